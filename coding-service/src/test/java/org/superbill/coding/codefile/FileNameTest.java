package org.superbill.coding.codefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void theNameIsReadWithAndWithoutQuotationMarks() {
        assertThat(FileName.in("attachment; filename=\"order file 2026.zip\"")).isEqualTo("order file 2026.zip");
        assertThat(FileName.in("attachment; FILENAME=order.zip; size=3")).isEqualTo("order.zip");
        assertThat(FileName.in("inline")).isNull();
        assertThat(FileName.in(null)).isNull();
    }
}
