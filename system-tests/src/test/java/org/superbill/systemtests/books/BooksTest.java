package org.superbill.systemtests.books;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** {@code ./superbill bench books} does the same with more claims. */
@ExtendWith(RunningSystem.class)
class BooksTest {
    private static final List<String> SCENARIOS = List.of(
            "", "D16", "R21", "XU1", "P50", "D29", "D50", "D96", "D197", "D204", "BUN", "CHG", "PD1", "QMB", "SEQ",
            "PND", "RVO", "REV", "TBK", "PLL6", "PL72", "PLCS", "PLCT", "2X1", "2X2", "XD1");

    @Test
    void agreeWithThePayersWhateverThePayerDoesAndHoweverOftenBillingIsKilled(SuperbillSystem system) {
        var run = new BooksRun(system, SCENARIOS, SCENARIOS.size());
        run.bills();
        run.timePasses(40, 2, 1);
        run.areTheSame();
        run.everyFileComesAgain();
        run.areTheSame();
    }
}
