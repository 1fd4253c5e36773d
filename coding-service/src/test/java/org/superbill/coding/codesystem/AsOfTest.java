package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.superbill.coding.codesystem.CodeStatus.Validity.NOT_ON_THIS_DATE;
import static org.superbill.coding.codesystem.CodeStatus.Validity.UNKNOWN;
import static org.superbill.coding.codesystem.CodeStatus.Validity.VALID;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {
    private static final Releases RELEASES = new Releases(
            CodeSystem.ICD_10_CM, List.of(release(2, "2026", "2025-10-01"), release(1, "2025", "2024-10-01")));

    @Test
    void theNewestReleaseThatHasBegunIsInForce() {
        assertThat(inForce("2024-09-30")).isNull();
        assertThat(inForce("2024-10-01")).isEqualTo("2025");
        assertThat(inForce("2025-09-30")).isEqualTo("2025");
        assertThat(inForce("2025-10-01")).isEqualTo("2026");
        assertThat(inForce("2031-01-01")).isEqualTo("2026");
    }

    @Test
    void ofTwoReleasesOfOneDayTheOneActivatedLastIsInForce() {
        var corrected = new CodeRelease(
                3,
                CodeSystem.ICD_10_CM,
                "2026-corrected",
                LocalDate.parse("2025-10-01"),
                "",
                "",
                "",
                1,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1));
        var releases = new Releases(CodeSystem.ICD_10_CM, List.of(corrected, release(2, "2026", "2025-10-01")));
        assertThat(releases.inForce(LocalDate.parse("2026-03-02")))
                .map(CodeRelease::label)
                .contains("2026-corrected");
    }

    @Test
    void anAnswerPastTheYearOfItsReleaseCarriesAWarning() {
        assertThat(RELEASES.warnings(LocalDate.parse("2026-09-30"))).isEmpty();
        assertThat(RELEASES.warnings(LocalDate.parse("2026-10-01")))
                .singleElement()
                .asString()
                .contains("2026-09-30");
        assertThat(RELEASES.warnings(LocalDate.parse("2024-09-30")))
                .singleElement()
                .asString()
                .contains("No release");
    }

    @Test
    void aCodeIsValidWhileTheReleaseInForceHasIt() {
        var ended = Map.of(1L, row(null, null));
        assertThat(judge("2024-09-30", ended).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2024-10-01", ended).validity()).isEqualTo(VALID);
        assertThat(judge("2025-09-30", ended).validity()).isEqualTo(VALID);
        assertThat(judge("2025-10-01", ended).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2025-10-01", ended).validTo()).isEqualTo("2025-09-30");
        assertThat(judge("2025-10-01", ended).validFrom()).isEqualTo("2024-10-01");
    }

    @Test
    void aCodeOfANewReleaseIsNotValidBeforeIt() {
        var fresh = Map.of(2L, row(null, null));
        assertThat(judge("2025-09-30", fresh).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2025-10-01", fresh).validity()).isEqualTo(VALID);
        assertThat(judge("2025-10-01", fresh).validTo()).isNull();
    }

    @Test
    void aCodeWithDatesOfItsOwnIsValidWithinThem() {
        var dated = Map.of(1L, row("2025-01-01", "2025-06-30"));
        assertThat(judge("2024-12-31", dated).validity()).isEqualTo(NOT_ON_THIS_DATE);
        assertThat(judge("2025-01-01", dated).validity()).isEqualTo(VALID);
        assertThat(judge("2025-06-30", dated).validity()).isEqualTo(VALID);
        assertThat(judge("2025-07-01", dated).validity()).isEqualTo(NOT_ON_THIS_DATE);
    }

    @Test
    void aCodeThatNoReleaseHasIsUnknown() {
        var status = judge("2026-03-02", Map.of());
        assertThat(status.validity()).isEqualTo(UNKNOWN);
        assertThat(status.release()).isEqualTo("2026");
    }

    @Test
    void aReleaseThatIsNotActiveCountsForNothing() {
        var loaded = new CodeRelease(
                4, CodeSystem.ICD_10_CM, "2027", LocalDate.parse("2026-10-01"), "", "", "", 1, Instant.EPOCH, null);
        assertThat(new Releases(CodeSystem.ICD_10_CM, List.of(loaded)).inForce(LocalDate.parse("2027-01-01")))
                .isEmpty();
    }

    private static @Nullable String inForce(String on) {
        return RELEASES.inForce(LocalDate.parse(on)).map(CodeRelease::label).orElse(null);
    }

    private static CodeStatus judge(String on, Map<Long, CodeRow> rows) {
        return AsOf.judge(new Codes.Question(CodeSystem.ICD_10_CM, "Q999", LocalDate.parse(on)), RELEASES, rows);
    }

    private static CodeRow row(@Nullable String from, @Nullable String to) {
        return new CodeRow(
                "Q999",
                true,
                "Invented",
                "Invented",
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private static CodeRelease release(long id, String label, String from) {
        return new CodeRelease(
                id, CodeSystem.ICD_10_CM, label, LocalDate.parse(from), "", "", "", 1, Instant.EPOCH, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "ms-drg, 2024-04-01, 2024-09-30",
        "icd-10-cm, 2025-04-01, 2025-09-30",
        "icd-10-cm, 2025-10-01, 2026-09-30",
        "hcpcs, 2024-04-01, 2025-03-31",
    })
    void aReleaseOfAprilIsMadeForTheRestOfTheFiscalYear(String system, LocalDate from, LocalDate last) {
        assertThat(new CodeRelease(1, CodeSystem.of(system).orElseThrow(), "", from, "", "", "", 0, Instant.EPOCH, null)
                        .yearEnds())
                .isEqualTo(last);
    }
}
