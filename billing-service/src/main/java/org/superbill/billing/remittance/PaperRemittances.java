package org.superbill.billing.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.superbill.billing.archive.Archive;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.x12.X12Exception;

/** Takes explanations of benefits that came on paper. */
@ApplicationScoped
class PaperRemittances {
    private final Remittances remittances;
    private final Archive archive;
    private final Clock clock;

    PaperRemittances(Remittances remittances, Archive archive, Clock clock) {
        this.remittances = remittances;
        this.archive = archive;
        this.clock = clock;
    }

    /** @throws Problem {@code REMITTANCE_UNREADABLE} when an 835 cannot say what was typed in */
    @Transactional
    RemittanceView receive(PaperRemittance paper) {
        var bytes = file(paper);
        var id = Ids.next();
        archive.keep(id, bytes);
        var source = new RemittanceSource(RemittanceSource.Kind.PAPER, id, 1);
        try {
            var outcome = remittances.receive(source, new RemittanceFile(bytes).at(1), clock.instant());
            return remittances.get(outcome.remittanceId());
        } catch (X12Exception e) {
            throw unreadable(e);
        }
    }

    /** As an 835. @throws Problem {@code REMITTANCE_UNREADABLE} */
    byte[] file(PaperRemittance paper) {
        try {
            return PaperFile.write(paper, clock.instant());
        } catch (X12Exception e) {
            throw unreadable(e);
        }
    }

    private static Problem unreadable(X12Exception e) {
        return new Problem(RemittanceProblem.REMITTANCE_UNREADABLE, String.valueOf(e.getMessage()));
    }
}
