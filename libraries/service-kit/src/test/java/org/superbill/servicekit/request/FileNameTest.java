package org.superbill.servicekit.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void theNameIsReadWithAndWithoutQuotationMarks() {
        assertThat(FileName.in("attachment; filename=\"order file 2026.zip\"")).contains("order file 2026.zip");
        assertThat(FileName.in("attachment; FILENAME=order.zip; size=3")).contains("order.zip");
        assertThat(FileName.in("inline")).isEmpty();
        assertThat(FileName.in(null)).isEmpty();
    }
}
