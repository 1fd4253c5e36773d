package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Facts;

/** What the edits that read tables have in common. */
class TableEditsTest extends OfInventedTables {
    @Test
    void withoutTablesNothingIsFound() {
        var claim = facts.lines(line(1, "A0001", ""), line(2, "B0003", "50", "99", ON))
                .build();
        var context = new EditContext(Facts.ON, Set.of());
        for (var edit : List.of(
                new NcciPair(),
                new UnlikelyUnits(),
                new AddOnBesidePrimary(),
                new BilateralByFeeSchedule(),
                new GlobalPeriod())) {
            assertThat(findings(edit, new KnownClaim(claim, context))).isEmpty();
        }
    }
}
