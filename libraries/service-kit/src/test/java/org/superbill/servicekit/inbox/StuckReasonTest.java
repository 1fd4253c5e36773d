package org.superbill.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class StuckReasonTest {
    @Test
    void theApiDocumentNamesEveryCode() throws NoSuchFieldException {
        var documented = StuckEvent.class
                .getDeclaredField("code")
                .getAnnotation(Schema.class)
                .enumeration();
        assertThat(documented)
                .contains(Arrays.stream(StuckReason.Code.values())
                        .map(StuckReason.Code::text)
                        .toArray(String[]::new));
    }
}
