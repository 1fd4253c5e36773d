package org.superbill.billing.x12file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.claim.Rejection;
import org.superbill.x12.claimstatus.StatusCode;

/** The status codes of a 277CA in words of our own, each with the fact that is to be fixed; {@code claim-status.txt} beside this class. */
final class ClaimStatusWords {
    private static final Map<String, Words> WORDS = read();

    private ClaimStatusWords() {}

    private record Words(String field, String words) {}

    private record Entity(String words, String pointer) {}

    static Rejection rejection(StatusCode code) {
        var words = WORDS.get(code.status());
        var entity = code.entity() == null ? null : entity(code.entity());
        var said = words == null ? "status " + code.status() : words.words();
        return new Rejection(
                code.category() + ":" + code.status(),
                code.entity(),
                words == null ? null : pointer(words.field(), entity),
                entity == null ? sentence(said) : "%s: %s".formatted(entity.words(), said));
    }

    private static @Nullable String pointer(String field, @Nullable Entity entity) {
        if (field.startsWith("/")) {
            return field;
        }
        if (entity == null || field.isEmpty()) {
            return null;
        }
        if (entity.pointer().equals("/coverage") && !field.equals("memberId") && !field.equals("effectiveFrom")) {
            return "/coverage/subscriber/" + field;
        }
        return entity.pointer() + "/" + field;
    }

    private static @Nullable Entity entity(String code) {
        return switch (code) {
            case "IL" -> new Entity("Subscriber", "/coverage");
            case "QC" -> new Entity("Patient", "/patient");
            case "85" -> new Entity("Billing provider", "/organization");
            case "87" -> new Entity("Pay-to address", "/organization/payToAddress");
            case "82" -> new Entity("Rendering provider", "/practitioner");
            case "77" -> new Entity("Service location", "/location");
            case "41" -> new Entity("Submitter", "/organization/submitter");
            case "PR" -> new Entity("Payer", "/payer");
            default -> null;
        };
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Map<String, Words> read() {
        try (var stream = Objects.requireNonNull(ClaimStatusWords.class.getResourceAsStream("claim-status.txt"))) {
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> new Words(row[1], row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
