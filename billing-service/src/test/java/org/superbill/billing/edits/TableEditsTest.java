package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.billing.edittable.EditTable;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.TestTables;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PracticeChanged;

/** The edits that read CMS's tables, on invented rows: what each finds, its boundary, and what it leaves alone. */
class TableEditsTest {
    private static final String ON = Facts.ON.toString();

    private static final EditTables INVENTED = new TestTables()
            .with(
                    EditTable.NCCI_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "A0001 B0002 - 2026-03-01 0 ended",
                    "A0001 B0002 - - 1 because",
                    "A0001 B0003 - - 0 because",
                    "A0001 B0004 - - 9 never")
            .with(EditTable.NCCI_OUTPATIENT, "2024q3", "2024-07-01", "A0001 B0005 - - 0 because")
            .with(
                    EditTable.MUE_PRACTITIONER,
                    "2024q3",
                    "2024-07-01",
                    "C0001 2 1 line",
                    "C0002 2 2 policy",
                    "C0003 2 3 clinical",
                    "C0004 0 2 none")
            .with(EditTable.MUE_OUTPATIENT, "2024q3", "2024-07-01", "C0002 9 2 policy")
            .with(EditTable.MUE_DME, "2024q3", "2024-07-01", "C0002 1 2 policy")
            .with(
                    EditTable.ADD_ON,
                    "2024",
                    "2024-01-01",
                    "D0001 D0009 1 - -",
                    "D0001 D0008 1 - 2026-03-01",
                    "D0002 CCCCC 2 - -",
                    "D0003 D0009 3 - -",
                    "D0003 CCCCC 3 - -")
            .with(
                    EditTable.FEE_INDICATORS,
                    "2026q1",
                    "2026-01-01",
                    "E0000 - A 0 000 2 0 0 0 0 -",
                    "E0010 - A 0 010 2 1 0 0 0 -",
                    "E0090 - A 0 090 2 2 0 0 0 -",
                    "E0003 - A 0 XXX 2 3 0 0 0 -",
                    "E0009 - A 0 XXX 2 9 0 0 0 -",
                    "99213 - A 0 XXX 0 0 0 0 0 -")
            .build();

    private final Facts facts = new Facts();

    private List<Finding> find(Edit edit, SameDayHistory history, EncounterCoded.Line... lines) {
        return find(edit, facts.lines(lines), history);
    }

    private List<Finding> find(Edit edit, EncounterCoded.Line... lines) {
        return find(edit, SameDayHistory.NONE, lines);
    }

    private static List<Finding> find(Edit edit, Facts facts, SameDayHistory history) {
        return findings(edit, new KnownClaim(facts.build(), new EditContext(Facts.ON, Set.of(), INVENTED, history)));
    }

    private static List<Finding> findings(Edit edit, KnownClaim claim) {
        var found = new ArrayList<Finding>();
        edit.check(claim, found::add);
        return found;
    }

    private SameDayHistory history(SameDayHistory.SentLine... lines) {
        return new SameDayHistory(List.of(lines));
    }

    private UUID practitioner() {
        return facts.encounter.practitionerId();
    }

    // NCCI

    @Test
    void column2IsDeniedWhateverTheOrderOfTheLines() {
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0003", "")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/encounter/lines/1/procedureCode");
                    assertThat(finding.source()).contains("2024q3", "A0001", "B0003", "indicator 0");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(find(new NcciPair(), line(1, "B0003", ""), line(2, "A0001", "")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/procedureCode");
    }

    /** Source: NCCI Policy Manual (Medicare), chapter I, section E: anatomic, of the global period, others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD LM RC RI",
                "24 25 57 58 78 79",
                "27 59 91 XE XP XS XU"
            })
    void anAssociatedModifierOnEitherLineLiftsIndicator1Only(String associated) {
        for (var modifier : associated.split(" ")) {
            assertThat(find(new NcciPair(), line(1, "A0001", modifier), line(2, "B0002", "")))
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0002", modifier)))
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", "26 51 GA " + modifier), line(2, "B0002", "")))
                    .as("at any place of the line")
                    .isEmpty();
            assertThat(find(new NcciPair(), line(1, "A0001", modifier), line(2, "B0003", modifier)))
                    .as("indicator 0")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22", "23", "26", "32", "33", "47", "50", "51", "52", "53", "54", "55", "56", "62", "63", "66", "73",
                "74", "76", "77", "80", "81", "82", "90", "92", "95", "99", "AS", "GA", "GC", "GT", "GY", "GZ", "KX",
                "Q5", "Q6", "QW", "TC", "x e", "5", "59 ", "LR"
            })
    void noOtherModifierLiftsIt(String modifier) {
        assertThat(find(new NcciPair(), lineWith(1, "A0001", modifier), lineWith(2, "B0002", modifier)))
                .hasSize(1);
    }

    private static EncounterCoded.Line lineWith(int number, String procedure, String modifier) {
        return new EncounterCoded.Line(number, procedure, List.of(modifier), BigDecimal.ONE, 100, Facts.ON, List.of(1));
    }

    @Test
    void aModifierOfWhatWasSentLiftsItToo() {
        var before = history(sent(practitioner(), "A0001", "XS", "1", ON));
        assertThat(find(new NcciPair(), before, line(1, "B0002", ""))).isEmpty();
        var plain = history(sent(practitioner(), "A0001", "76", "1", ON));
        assertThat(find(new NcciPair(), plain, line(1, "B0002", ""))).hasSize(1);
        assertThat(find(new NcciPair(), plain, line(1, "B0002", "59"))).isEmpty();
    }

    @Test
    void aModifierOfOneLineLiftsNothingBetweenOthers() {
        assertThat(find(
                        new NcciPair(),
                        line(1, "A0001", ""),
                        line(2, "B0002", "59"),
                        line(3, "B0002", ""),
                        line(4, "99213", "25")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/2/procedureCode");
    }

    @Test
    void theRowInForceOnTheDayDecides() {
        assertThat(find(
                        new NcciPair(),
                        line(1, "A0001", "59", "1", "2026-03-01"),
                        line(2, "B0002", "", "1", "2026-03-01")))
                .hasSize(1);
        assertThat(find(new NcciPair(), line(1, "A0001", "59"), line(2, "B0002", "")))
                .isEmpty();
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "B0004", "")))
                .isEmpty();
    }

    @Test
    void onlyOneProviderAndDayCount() {
        assertThat(find(new NcciPair(), line(1, "A0001", "", "1", "2026-03-01"), line(2, "B0003", "")))
                .isEmpty();
        var other = new EncounterCoded.Line(
                2, "B0003", List.of(), BigDecimal.ONE, 100, Facts.ON, List.of(1), UUID.randomUUID());
        assertThat(find(new NcciPair(), line(1, "A0001", ""), other)).isEmpty();
    }

    @Test
    void whatWasSentBeforeCounts() {
        assertThat(find(new NcciPair(), history(sent(practitioner(), "A0001", "", "1", ON)), line(1, "B0003", "")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("SB900-1"));
        assertThat(find(new NcciPair(), history(sent(practitioner(), "B0003", "", "1", ON)), line(1, "A0001", "")))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/procedureCode");
        assertThat(find(
                        new NcciPair(),
                        history(sent(practitioner(), "A0001", "", "1", "2026-03-01")),
                        line(1, "B0003", "")))
                .isEmpty();
        assertThat(find(new NcciPair(), history(sent(UUID.randomUUID(), "A0001", "", "1", ON)), line(1, "B0003", "")))
                .isEmpty();
    }

    @Test
    void aFacilityHasTablesOfItsOwn() {
        facts.lines(line(1, "A0001", ""), line(2, "B0003", ""), line(3, "B0005", ""));
        assertThat(find(new NcciPair(), OfTables.facility(facts), SameDayHistory.NONE))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/2/procedureCode");
    }

    @Test
    void aDeniedLineIsFoundOnceForEachColumn1Code() {
        assertThat(find(new NcciPair(), line(1, "A0001", ""), line(2, "A0001", "76"), line(3, "B0003", "")))
                .hasSize(1);
    }

    // units

    @Test
    void indicator1JudgesEachLine() {
        assertThat(find(new UnlikelyUnits(), line(1, "C0001", "", "2", ON), line(2, "C0001", "59", "2", ON)))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), line(1, "C0001", "", "2", ON), line(2, "C0001", "59", "3", ON)))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/1/units");
    }

    @Test
    void indicators2And3JudgeTheDayAndPutAllItsUnitsAtRisk() {
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "1", ON), line(2, "C0002", "59", "1", ON)))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "1", ON), line(2, "C0002", "59", "2", ON)))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/units", "/encounter/lines/1/units");
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "2", ON), line(2, "C0002", "", "1", "2026-03-01")))
                .isEmpty();
        assertThat(find(
                        new UnlikelyUnits(),
                        history(sent(practitioner(), "C0002", "", "1", ON)),
                        line(1, "C0002", "", "2", ON)))
                .hasSize(1);
        assertThat(find(
                        new UnlikelyUnits(),
                        history(sent(UUID.randomUUID(), "C0002", "", "1", ON)),
                        line(1, "C0002", "", "2", ON)))
                .isEmpty();
    }

    @Test
    void ofALineThatSpansDaysAnAverageDayCounts() {
        assertThat(find(new UnlikelyUnits(), spanning("C0001", "62", 31))).isEmpty(); // 2 a day
        assertThat(find(new UnlikelyUnits(), spanning("C0001", "77", 31))).isEmpty(); // 2.48
        assertThat(find(new UnlikelyUnits(), spanning("C0001", "78", 31))).hasSize(1); // 2.52
        assertThat(find(new UnlikelyUnits(), spanning("C0002", "62", 31))).isEmpty();
        assertThat(find(new UnlikelyUnits(), spanning("C0002", "62", 31), line(2, "C0002", "", "1", ON)))
                .hasSize(2);
        assertThat(find(new UnlikelyUnits(), spanning("C0001", "3", 1))).hasSize(1);
    }

    @Test
    void anEarlierLineThatSpansDaysCountsOnEachOfThemAsAnAverageDay() {
        var oneADay = history(sent(practitioner(), "C0002", "", "4", "2026-03-01", "2026-03-04"));
        assertThat(find(new UnlikelyUnits(), oneADay, line(1, "C0002", "", "1", "2026-03-01")))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), oneADay, line(1, "C0002", "", "2", "2026-03-01")))
                .hasSize(1);
        assertThat(find(new UnlikelyUnits(), oneADay, line(1, "C0002", "", "2", "2026-03-04")))
                .hasSize(1);
        assertThat(find(new UnlikelyUnits(), oneADay, line(1, "C0002", "", "2", "2026-03-05")))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), oneADay, line(1, "C0002", "", "2", "2026-02-28")))
                .isEmpty();
        var roundedUp = history(sent(practitioner(), "C0002", "", "3", ON, "2026-03-03")); // 1.5 are 2
        assertThat(find(new UnlikelyUnits(), roundedUp, line(1, "C0002", "", "1", ON)))
                .hasSize(1);
        var roundedDown = history(sent(practitioner(), "C0002", "", "4", ON, "2026-03-04")); // 1.33 is 1
        assertThat(find(new UnlikelyUnits(), roundedDown, line(1, "C0002", "", "1", ON)))
                .isEmpty();
    }

    @Test
    void aLineThatSpansDaysIsJudgedByItsWorstDay() {
        var own = spanning("C0002", "31", 31); // one a day from March 2 to April 1
        assertThat(find(new UnlikelyUnits(), history(sent(practitioner(), "C0002", "", "1", "2026-03-10")), own))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), history(sent(practitioner(), "C0002", "", "2", "2026-04-01")), own))
                .hasSize(1);
        assertThat(find(new UnlikelyUnits(), history(sent(practitioner(), "C0002", "", "2", "2026-04-02")), own))
                .isEmpty();
        assertThat(find(
                        new UnlikelyUnits(),
                        history(
                                sent(practitioner(), "C0002", "", "1", "2026-03-10"),
                                sent(practitioner(), "C0002", "", "1", "2026-03-11")),
                        own))
                .isEmpty();
    }

    private static EncounterCoded.Line spanning(String procedure, String units, int days) {
        return Details.line(
                line(1, procedure, "", units, ON),
                Details.service(Facts.ON.plusDays(days - 1), null, null, null, null, null, null, null));
    }

    @Test
    void aLimitOfZeroAllowsNone() {
        assertThat(find(new UnlikelyUnits(), line(1, "C0004", "", "1", ON))).hasSize(1);
        assertThat(find(new UnlikelyUnits(), line(1, "C0005", "", "1000", ON))).isEmpty();
    }

    @Test
    void hospitalsAndSuppliersHaveLimitsOfTheirOwn() {
        facts.lines(line(1, "C0002", "", "2", ON));
        facts.organization(old -> new PracticeChanged.Organization(
                old.name(),
                old.npi(),
                old.taxId(),
                "332B00000X",
                old.address(),
                old.payToAddress(),
                old.timeZone(),
                old.contact(),
                old.submitter()));
        assertThat(find(new UnlikelyUnits(), facts, SameDayHistory.NONE)).hasSize(1);
        facts.lines(line(1, "C0002", "", "9", ON));
        assertThat(find(new UnlikelyUnits(), OfTables.facility(facts), SameDayHistory.NONE))
                .isEmpty();
    }

    @Test
    void indicator2IsAbsoluteAnd3IsPassedWithAReason() {
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "3", ON)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.source()).contains("2024q3", "MAI 2");
                    assertThat(finding.effectiveFrom()).isEqualTo("2024-07-01");
                });
        assertThat(find(new UnlikelyUnits(), line(1, "C0003", "", "3", ON)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.needsReason()).isTrue();
                });
    }

    // add-on codes

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

    // both sides

    @Test
    void modifier50IsForIndicators1And3() {
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0000", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0009", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "50"))).hasSize(1);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0010", "50"))).isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0003", "50"))).isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "Z0001", "50"))).isEmpty();
    }

    @Test
    void aLineForEachSideIsAWarningAt1AndDeniedAt2() {
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0010", "LT"), line(2, "E0010", "RT")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "LT"), line(2, "E0090", "RT")))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0003", "LT"), line(2, "E0003", "RT")))
                .isEmpty();
        assertThat(find(new BilateralByFeeSchedule(), line(1, "E0090", "RT"))).isEmpty();
    }

    /** Whichever side was sent first, the second is the one that is denied. */
    @Test
    void theSideThatWasSentBeforeCountsWhicheverItWas() {
        for (var sides : List.of(List.of("LT", "RT"), List.of("RT", "LT"))) {
            var before = history(sent(practitioner(), "E0090", sides.get(0), "1", ON));
            assertThat(find(new BilateralByFeeSchedule(), before, line(1, "E0090", sides.get(1))))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.ERROR);
            assertThat(find(new BilateralByFeeSchedule(), before, line(1, "E0090", sides.get(0))))
                    .isEmpty(); // the same side: for another edit
            var dayBefore = history(sent(practitioner(), "E0090", sides.get(0), "1", "2026-03-01"));
            assertThat(find(new BilateralByFeeSchedule(), dayBefore, line(1, "E0090", sides.get(1))))
                    .isEmpty();
        }
    }

    // global days

    @Test
    void aVisitOnTheDayOfAMinorProcedureNeeds25() {
        for (var procedure : List.of("E0000", "E0010")) {
            assertThat(find(new GlobalPeriod(), line(1, "99213", ""), line(2, procedure, "")))
                    .extracting(Finding::pointer)
                    .containsExactly("/encounter/lines/0/modifiers");
            assertThat(find(new GlobalPeriod(), line(1, "99213", "25"), line(2, procedure, "")))
                    .isEmpty();
            assertThat(find(new GlobalPeriod(), line(1, "99213", "57"), line(2, procedure, "")))
                    .hasSize(1);
        }
        assertThat(find(new GlobalPeriod(), line(1, "99213", ""), line(2, "E0003", "")))
                .isEmpty();
    }

    @Test
    void aVisitOnTheDayOfAMajorOneOrTheDayBeforeNeeds57() {
        for (var day : List.of("2026-03-01", "2026-03-02")) {
            assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", day), line(2, "E0090", "")))
                    .hasSize(1);
            assertThat(find(new GlobalPeriod(), line(1, "99213", "57", "1", day), line(2, "E0090", "")))
                    .isEmpty();
        }
        assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", "2026-02-28"), line(2, "E0090", "")))
                .isEmpty();
        assertThat(find(new GlobalPeriod(), line(1, "99213", "", "1", "2026-03-01"), line(2, "E0010", "")))
                .isEmpty();
    }

    @Test
    void aVisitInTheDaysAfterNeeds24UntilTheLastOfThem() {
        assertThat(visitAfter("E0010", "2026-02-20", "")).hasSize(1); // 10 days
        assertThat(visitAfter("E0010", "2026-02-20", "24")).isEmpty();
        assertThat(visitAfter("E0010", "2026-02-19", "")).isEmpty(); // 11 days
        assertThat(visitAfter("E0000", "2026-03-01", "")).isEmpty();
        assertThat(visitAfter("E0090", "2026-01-01", "")).hasSize(1); // 60 days
        assertThat(visitAfter("E0090", "2026-01-01", "25")).hasSize(1);
    }

    private List<Finding> visitAfter(String procedure, String day, String modifiers) {
        return find(
                new GlobalPeriod(),
                history(sent(practitioner(), procedure, "", "1", day)),
                line(1, "99213", modifiers));
    }

    @Test
    void aProcedureInTheDaysAfterNeedsAModifierOfItsOwn() {
        var history = history(sent(practitioner(), "E0090", "", "1", "2026-02-01"));
        assertThat(find(new GlobalPeriod(), history, line(1, "E0010", "59"))).hasSize(1);
        for (var modifier : List.of("58", "78", "79")) {
            assertThat(find(new GlobalPeriod(), history, line(1, "E0010", modifier)))
                    .isEmpty();
        }
        assertThat(find(new GlobalPeriod(), line(1, "E0010", ""), line(2, "E0090", "")))
                .isEmpty();
    }

    @Test
    void anotherProvidersOperationIncludesNothing() {
        assertThat(find(
                        new GlobalPeriod(),
                        history(sent(UUID.randomUUID(), "E0090", "", "1", "2026-02-01")),
                        line(1, "99213", "")))
                .isEmpty();
    }

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
