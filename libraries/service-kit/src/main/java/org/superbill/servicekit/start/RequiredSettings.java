package org.superbill.servicekit.start;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a service must be told by its environment, in every profile: secrets, and whom it trusts, have no default. */
final class RequiredSettings {
    private static final List<String> NAMES = List.of(
            "SUPERBILL_DATABASE_URL",
            "SUPERBILL_DATABASE_OWNER_USER",
            "SUPERBILL_DATABASE_OWNER_PASSWORD",
            "SUPERBILL_DATABASE_SERVICE_USER",
            "SUPERBILL_DATABASE_SERVICE_PASSWORD",
            "SUPERBILL_DATABASE_RELAY_USER",
            "SUPERBILL_DATABASE_RELAY_PASSWORD",
            "SUPERBILL_KAFKA_BOOTSTRAP",
            "SUPERBILL_ISSUER",
            "SUPERBILL_JWKS_URL",
            "SUPERBILL_ENCRYPTION_KEY");

    private RequiredSettings() {}

    /**
     * One line about what is not set; empty when all is there.
     *
     * @param environment the value of a variable, null for none
     */
    static String complaint(UnaryOperator<String> environment) {
        var missing =
                NAMES.stream().filter(name -> isBlank(environment.apply(name))).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return "Not started: the environment does not set %s (docs/configuration.md)".formatted(missing);
        }
        return Boolean.parseBoolean(environment.apply("SUPERBILL_BEHIND_PROXY"))
                        && isBlank(environment.apply("SUPERBILL_TRUSTED_PROXIES"))
                ? "Not started: SUPERBILL_BEHIND_PROXY is true and SUPERBILL_TRUSTED_PROXIES names no proxy, so anybody could claim any address (docs/security.md)"
                : "";
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
