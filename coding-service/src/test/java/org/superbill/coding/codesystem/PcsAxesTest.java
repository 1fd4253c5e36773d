package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PcsAxesTest {
    @Test
    void aBodySystemIsWhatItsHeadersHaveInCommon() {
        assertThat(PcsAxes.bodySystem(
                        "0",
                        List.of(
                                "Anatomical Regions, General, Alteration",
                                "Anatomical Regions, General, Bypass",
                                "Anatomical Regions, General, Control")))
                .isEqualTo("Anatomical Regions, General");
    }

    @Test
    void theNameOfTheSectionIsNotRepeated() {
        assertThat(PcsAxes.bodySystem(
                        "B",
                        List.of(
                                "Imaging, Skin, Subcutaneous Tissue and Breast, Plain Radiography",
                                "Imaging, Skin, Subcutaneous Tissue and Breast, Ultrasonography")))
                .isEqualTo("Skin, Subcutaneous Tissue and Breast");
    }

    @Test
    void ofOneHeaderTheLastPartIsTheOperation() {
        assertThat(PcsAxes.bodySystem("X", List.of("New Technology, Extracorporeal, Introduction")))
                .isEqualTo("Extracorporeal");
    }
}
