package org.superbill.servicekit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
    @Test
    void withAllThatHasNoDefaultThereIsNothingToSay() {
        assertThat(RequiredSettings.complaint(name -> "set")).isEmpty();
    }

    @Test
    void whatIsNotSetOrBlankIsNamedInOneLine() {
        var lacking = Set.of("SUPERBILL_ISSUER", "SUPERBILL_DATABASE_SERVICE_PASSWORD");
        assertThat(RequiredSettings.complaint(
                        name -> lacking.contains(name) ? null : name.equals("SUPERBILL_ENCRYPTION_KEY") ? " " : "set"))
                .isEqualTo(
                        "Not started: the environment does not set SUPERBILL_DATABASE_SERVICE_PASSWORD, SUPERBILL_ISSUER, SUPERBILL_ENCRYPTION_KEY (docs/configuration.md)");
    }
}
