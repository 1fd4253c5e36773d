package org.superbill.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.superbill.billing.edits.OfTables.line;
import static org.superbill.billing.edits.OfTables.sent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.Details;
import org.superbill.billing.testing.Facts;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PracticeChanged;

/** Units of a line and of a day. */
class UnlikelyUnitsTest extends OfInventedTables {
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

    /** Medicare denies it as excluded, whatever its units; to others the modifier says nothing. */
    @Test
    void aLineThatIsExcludedByStatuteIsNotJudgedToMedicare() {
        assertThat(find(new UnlikelyUnits(), line(1, "C0004", "GY", "1", ON))).hasSize(1);
        facts.filingIndicator("MB");
        assertThat(find(new UnlikelyUnits(), line(1, "C0004", "GY", "1", ON))).isEmpty();
        assertThat(find(new UnlikelyUnits(), line(1, "C0004", "GZ", "1", ON))).hasSize(1);
    }

    /** Two are likely; what is excluded, here or on an earlier claim, is none of them. */
    @Test
    void whatIsExcludedByStatuteCountsForNoDayToMedicare() {
        var excluded = line(2, "C0002", "GY", "1", ON);
        var before = history(sent(practitioner(), "C0002", "GY", "1", ON));
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "2", ON), excluded))
                .hasSize(2);
        facts.filingIndicator("MB");
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "2", ON), excluded))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), before, line(1, "C0002", "", "2", ON)))
                .isEmpty();
        assertThat(find(new UnlikelyUnits(), before, line(1, "C0002", "", "3", ON), excluded))
                .extracting(Finding::pointer)
                .containsExactly("/encounter/lines/0/units");
    }

    /** So many that what is counted anew for each pair of lines would take minutes. */
    @Test
    void aThousandLinesThatSpanDaysAreJudgedAtOnce() {
        var lines = IntStream.rangeClosed(1, 999)
                .mapToObj(number -> {
                    var first = Facts.ON.plusDays(number % 300);
                    return Details.line(
                            line(number, "C0002", "", "300", first.toString()),
                            Details.service(first.plusDays(299), null, null, null, null, null, null, null));
                })
                .toArray(EncounterCoded.Line[]::new);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(find(new UnlikelyUnits(), lines)).isNotNull());
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

    /** Such as of preventive visits, which Medicare does not pay for and others do. */
    @Test
    void aLimitOfZeroByPolicyIsMedicaresAlone() {
        var line = line(1, "C0006", "", "1", ON);
        assertThat(find(new UnlikelyUnits(), line)).isEmpty();
        for (var medicare : List.of("MB", "MA", "16")) {
            facts.filingIndicator(medicare);
            assertThat(find(new UnlikelyUnits(), line)).hasSize(1);
        }
        facts.filingIndicator("CI");
        assertThat(find(new UnlikelyUnits(), line(1, "C0007", "", "2", ON))).hasSize(1);
    }

    /** Medicaid has limits of its own, which are not among the tables. */
    @Test
    void toMedicaidMedicaresLimitsAreWarningsThatSaySo() {
        facts.filingIndicator("MC");
        for (var code : List.of("C0001", "C0002", "C0003")) {
            assertThat(find(new UnlikelyUnits(), line(1, code, "", "2", ON))).isEmpty();
            assertThat(find(new UnlikelyUnits(), line(1, code, "", "3", ON)))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                        assertThat(finding.needsReason()).isFalse();
                        assertThat(finding.message())
                                .endsWith("; that is Medicare's limit: Medicaid's own may differ, and is not loaded");
                    });
        }
        facts.filingIndicator("MB");
        assertThat(find(new UnlikelyUnits(), line(1, "C0002", "", "3", ON)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).doesNotContain("Medicaid");
                });
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
}
