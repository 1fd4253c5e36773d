package org.superbill.coding.coder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.Revision;

/**
 * A coder as callers see one.
 *
 * @param specialties beginnings of provider taxonomy codes; every specialty when empty
 * @param loadLimit open cases at a time; the policy's when absent
 * @param revision the ETag's number, for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Coder")
public record CoderView(
        UUID id,
        String subject,
        String name,
        List<Credential> credentials,
        List<String> specialties,
        @Nullable Integer loadLimit,
        boolean active,
        Instant createdAt,
        long revision) {
    public CoderView {
        credentials = List.copyOf(credentials);
        specialties = List.copyOf(specialties);
    }

    static final String EXAMPLE = """
            {"id":"01980000-0000-7000-8000-000000000010","subject":"ann","name":"Ann Lee",\
            "credentials":[{"kind":"CPC","number":"01234567","expiresOn":"2027-06-30"}],"specialties":["207Q"],"loadLimit":40,\
            "active":true,"createdAt":"2026-03-02T15:00:00Z","revision":0}""";

    /** @param specialty the provider taxonomy code of who treated; null when it is not known, which suits who takes every one only */
    public boolean knows(@Nullable String specialty) {
        return specialties.isEmpty()
                || specialty != null && specialties.stream().anyMatch(specialty::startsWith);
    }

    /**
     * Why the coder may get no case on a day; empty when the coder may.
     *
     * @param accepted kinds of credential of which one has to be in force; any is good when empty
     */
    public Optional<String> objection(Collection<String> accepted, LocalDate on) {
        if (!active) {
            return Optional.of("The coder is not active");
        }
        var fitting = credentials.stream()
                .filter(credential -> accepted.isEmpty() || accepted.contains(credential.kind()))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of("The coder has none of the credentials that the case needs");
        }
        return fitting.stream().anyMatch(credential -> credential.isInForce(on))
                ? Optional.empty()
                : Optional.of("The coder's credential has expired");
    }

    String etag() {
        return new Revision(revision).etag();
    }
}
