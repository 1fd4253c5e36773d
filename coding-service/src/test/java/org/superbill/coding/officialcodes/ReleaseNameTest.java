package org.superbill.coding.officialcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.superbill.coding.codefile.CodeFileProblem;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codesystem.CodeSystem;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

class ReleaseNameTest {
    private static final FileLoad NOTHING_SAID = new FileLoad(null, null, false);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void theCallerIsBelievedFirstThenTheContentThenTheName() {
        var said = new ReleaseName("2026-07", JULY);
        var file = Path.of("place_of_service_2024.csv.gz");
        assertThat(ReleaseName.of(NOTHING_SAID, file, said)).isEqualTo(said);
        assertThat(ReleaseName.of(NOTHING_SAID, file)).isEqualTo(new ReleaseName("2024", LocalDate.of(2024, 1, 1)));
        assertThat(ReleaseName.of(new FileLoad("mine", null, false), file, said))
                .isEqualTo(new ReleaseName("mine", JULY));
        assertThat(ReleaseName.of(NOTHING_SAID, Path.of("taxonomy-2026-07.csv")))
                .isEqualTo(said);
    }

    @Test
    void whatNobodySaysIsAskedFor() {
        var problem = catchThrowableOfType(
                Problem.class, () -> ReleaseName.of(new FileLoad("mine", null, false), Path.of("hcpcs_modifiers.csv")));
        assertThat(problem.type()).isEqualTo(CodeFileProblem.CODE_FILE_RELEASE_NEEDED);
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("?effectiveFrom");
    }

    @Test
    void aFiscalYearBeginsInOctoberAndAMidYearReleaseInItsMonth() {
        assertThat(OrderFileZip.said(CodeSystem.ICD_10_CM, "icd10cm_order_2026.txt"))
                .contains(new ReleaseName("2026", LocalDate.of(2025, 10, 1)));
        assertThat(OrderFileZip.said(CodeSystem.ICD_10_CM, "icd10cm-order-April-2025.txt"))
                .contains(new ReleaseName("2025-04", LocalDate.of(2025, 4, 1)));
        assertThat(OrderFileZip.said(CodeSystem.ICD_10_PCS, "folder/icd10pcs_order_2026.txt"))
                .contains(new ReleaseName("2026", LocalDate.of(2025, 10, 1)));
        assertThat(OrderFileZip.said(CodeSystem.ICD_10_CM, "icd10cm_order_addenda_2026.txt"))
                .isEmpty();
    }
}
