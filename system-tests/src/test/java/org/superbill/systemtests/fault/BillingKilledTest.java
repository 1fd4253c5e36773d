package org.superbill.systemtests.fault;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Series;

/** No claim is lost or doubled when billing-service is killed between "encounter coded" and "claim submitted". */
@ExtendWith(RunningSystem.class)
class BillingKilledTest {
    private static final int CLAIMS = 12;

    @Test
    void everyEncounterBecomesOneClaimThatIsSentOnceAndChargedOnce(SuperbillSystem system) {
        var billing = system.stack().process("billing-service");
        var series = Series.begins(system);
        for (var i = 0; i < CLAIMS; i++) {
            series.codesAnEncounter();
            if (i % 4 == 3) {
                billing.kill();
                billing.start();
            }
        }
        var submitted = new ArrayList<String>();
        for (var claimId : series.claims()) {
            series.submits(claimId);
            submitted.add(claimId);
            if (submitted.size() % 3 == 0) {
                billing.kill(); // while the claims just queued are being written, sent or recorded
                billing.start();
            }
        }
        series.eachWasSentOnce(CLAIMS);
    }
}
