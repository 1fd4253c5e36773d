package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.superbill.billing.edittable.EditTable;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.TestTables;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;

/** A line that spans days (DTP*472 RD8) is given on each of them: the edits of CMS's tables judge those that it shares with another. */
class ServicesOfSeveralDaysTest {
    private static final EditTables INVENTED = new TestTables()
            .with(
                    EditTable.NCCI_PRACTITIONER,
                    "2026q1",
                    "2026-01-01",
                    "A0001 B0003 - - 0 because",
                    "A0001 B0004 - 2026-03-03 0 ended",
                    "A0001 B0005 2026-03-03 2026-03-04 0 between",
                    "A0001 B0006 - 2026-03-02 9 never",
                    "A0001 B0006 - 2026-03-03 1 lifted",
                    "A0001 B0006 - 2026-03-04 0 at-last",
                    "A0001 B0006 - - 9 never")
            .with(EditTable.ADD_ON, "2026", "2026-01-01", "D0001 D0009 1 - -")
            .with(
                    EditTable.FEE_INDICATORS,
                    "2026q1",
                    "2026-01-01",
                    "E0000 - A 0 000 2 0 0 0 0 -",
                    "E0010 - A 0 010 2 1 0 0 0 -",
                    "E0090 - A 0 090 2 2 0 0 0 -")
            .build();

    private final Facts facts = new Facts();

    private List<Finding> find(Edit edit, EncounterCoded.Line... lines) {
        return find(edit, SameDayHistory.NONE, lines);
    }

    private List<Finding> find(Edit edit, SameDayHistory history, EncounterCoded.Line... lines) {
        var claim = new KnownClaim(facts.lines(lines).build(), new EditContext(Facts.ON, Set.of(), INVENTED, history));
        var found = new ArrayList<Finding>();
        edit.check(claim, found::add);
        return found;
    }

    private static EncounterCoded.Line spanning(
            int number, String procedure, String modifiers, String on, String through) {
        return Details.line(
                line(number, procedure, modifiers, "1", on),
                Details.service(LocalDate.parse(through), null, null, null, null, null, null, null));
    }

    private static EncounterCoded.Line on(int number, String procedure, String modifiers, String day) {
        return line(number, procedure, modifiers, "1", day);
    }

    @Test
    void aPairIsFoundOnAnyDayThatBothHave() {
        var stay = spanning(1, "A0001", "", "2026-03-02", "2026-03-05");
        assertThat(find(new NcciPair(), stay, on(2, "B0003", "", "2026-03-01"))).isEmpty();
        assertThat(find(new NcciPair(), stay, on(2, "B0003", "", "2026-03-05"))).hasSize(1);
        assertThat(find(new NcciPair(), stay, on(2, "B0003", "", "2026-03-06"))).isEmpty();
        assertThat(find(new NcciPair(), stay, spanning(2, "B0003", "", "2026-02-20", "2026-03-02")))
                .hasSize(1);
        var before = new SameDayHistory(
                List.of(sent(facts.encounter.practitionerId(), "A0001", "", "1", "2026-03-01", "2026-03-02")));
        assertThat(find(new NcciPair(), before, on(1, "B0003", "", "2026-03-02")))
                .hasSize(1);
        assertThat(find(new NcciPair(), before, on(1, "B0003", "", "2026-03-03")))
                .isEmpty();
    }

    @Test
    void theRowInForceOnASharedDayDecides() {
        var stay = spanning(1, "A0001", "", "2026-03-02", "2026-03-05");
        assertThat(find(new NcciPair(), stay, spanning(2, "B0004", "", "2026-03-03", "2026-03-09")))
                .hasSize(1);
        assertThat(find(new NcciPair(), stay, spanning(2, "B0004", "", "2026-03-04", "2026-03-09")))
                .isEmpty();
    }

    @Test
    void aRowThatIsInForceOnADayInBetweenOnlyDecidesToo() {
        var stay = spanning(1, "A0001", "", "2026-03-02", "2026-03-05");
        assertThat(find(new NcciPair(), stay, spanning(2, "B0005", "", "2026-03-02", "2026-03-05")))
                .hasSize(1);
        assertThat(find(new NcciPair(), stay, spanning(2, "B0005", "", "2026-03-05", "2026-03-09")))
                .isEmpty();
        assertThat(find(new NcciPair(), stay, spanning(2, "B0006", "59", "2026-03-01", "2026-03-09")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("at-last"));
    }

    @Test
    void anAddOnStandsBesideAPrimaryOfSeveralDays() {
        var primary = spanning(1, "D0009", "", "2026-03-02", "2026-03-04");
        assertThat(find(new AddOnBesidePrimary(), primary, on(2, "D0001", "", "2026-03-04")))
                .isEmpty();
        assertThat(find(new AddOnBesidePrimary(), primary, on(2, "D0001", "", "2026-03-05")))
                .hasSize(1);
    }

    @Test
    void visitsOfSeveralDaysReachIntoAGlobalPeriod() {
        var major = on(1, "E0090", "", "2026-03-10");
        assertThat(find(new GlobalPeriod(), major, spanning(2, "99213", "", "2026-03-06", "2026-03-08")))
                .isEmpty();
        assertThat(find(new GlobalPeriod(), major, spanning(2, "99213", "", "2026-03-06", "2026-03-09")))
                .hasSize(1);
        assertThat(find(new GlobalPeriod(), major, spanning(2, "99213", "57", "2026-03-09", "2026-03-10")))
                .isEmpty();
        assertThat(find(new GlobalPeriod(), major, spanning(2, "99213", "57", "2026-03-09", "2026-03-11")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).endsWith("modifier 24"));
        var dayOnly = on(1, "E0000", "", "2026-03-10");
        assertThat(find(new GlobalPeriod(), dayOnly, spanning(2, "99213", "25", "2026-03-10", "2026-03-12")))
                .isEmpty();
        var minor = on(1, "E0010", "", "2026-03-10");
        assertThat(find(new GlobalPeriod(), minor, spanning(2, "E0000", "", "2026-03-20", "2026-03-25")))
                .hasSize(1);
        assertThat(find(new GlobalPeriod(), minor, spanning(2, "E0000", "", "2026-03-21", "2026-03-25")))
                .isEmpty();
    }
}
