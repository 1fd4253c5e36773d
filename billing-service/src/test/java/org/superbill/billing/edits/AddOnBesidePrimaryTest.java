package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import org.junit.jupiter.api.Test;

/** Add-on codes of each type beside their primaries. */
class AddOnBesidePrimaryTest extends OfInventedTables {
    @Test
    void type1NeedsAListedPrimaryOfTheDay() {
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0001", ""))).hasSize(1);
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0001", ""), line(2, "D0009", "")))
                .isEmpty();
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0001", ""), line(2, "D0008", "")))
                .hasSize(1);
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0001", ""), line(2, "D0009", "", "1", "2026-03-01")))
                .hasSize(1);
        assertThat(find(
                        new AddOnBesidePrimary(),
                        history(sent(practitioner(), "D0009", "", "1", ON)),
                        line(1, "D0001", "")))
                .isEmpty();
    }

    @Test
    void type2NeedsAnyPrimaryButNoOtherAddOn() {
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0002", ""))).hasSize(1);
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0002", ""), line(2, "99213", "")))
                .isEmpty();
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0002", ""), line(2, "D0002", "")))
                .hasSize(2);
    }

    @Test
    void type3WithoutAListedPrimaryIsAWarning() {
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0003", ""), line(2, "D0009", "")))
                .isEmpty();
        assertThat(find(new AddOnBesidePrimary(), line(1, "D0003", ""), line(2, "99213", "")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }
}
