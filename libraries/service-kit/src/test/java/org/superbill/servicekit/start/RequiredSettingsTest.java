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
    void anEdgeIsBelievedOnlyWhenItsAddressesAreNamed() {
        var behind = "SUPERBILL_BEHIND_PROXY";
        var proxies = "SUPERBILL_TRUSTED_PROXIES";
        assertThat(RequiredSettings.complaint(
                        name -> name.equals(behind) ? "true" : name.equals(proxies) ? null : "set"))
                .startsWith("Not started: SUPERBILL_BEHIND_PROXY is true and SUPERBILL_TRUSTED_PROXIES names no proxy")
                .doesNotContain("\n");
        assertThat(RequiredSettings.complaint(name -> name.equals(behind) ? "true" : "10.0.0.0/8"))
                .isEmpty();
        assertThat(RequiredSettings.complaint(
                        name -> name.equals(behind) ? "false" : name.equals(proxies) ? null : "set"))
                .isEmpty();
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
