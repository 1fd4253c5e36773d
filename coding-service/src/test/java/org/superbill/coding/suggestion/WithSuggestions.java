package org.superbill.coding.suggestion;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.coding.Api;
import org.superbill.coding.OfficeNumbers;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.testing.TestEvents;

/** What tests of suggestions share: a coder, a loaded list of procedures, and cases of encounters as a clinic tells them. */
abstract class WithSuggestions {
    static final UUID ORGANIZATION = UUID.randomUUID();
    static final UUID STRANGERS = UUID.randomUUID();
    static final Api CODER = Api.as(ORGANIZATION, "coder");
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final String NOTE =
            "Assessment: COPD with acute exacerbation. Possible lung cancer. Plan: prednisone 40 mg.";
    static final String REQUEST =
            "{\"setting\":\"office\",\"notes\":[{\"format\":\"text\",\"text\":\"" + NOTE + "\"}]}";

    static final OfficeNumbers CPT = new OfficeNumbers(
            Api.loader(ORGANIZATION),
            "for-suggestions",
            "2026-01-01",
            List.of(
                    "99203", "99204", "99205", "99212", "99213", "99214", "99215", "99386", "99396", "99417", "90471",
                    "90472", "90656", "90715", "20610"));

    static @Nullable TestEvents events;

    @AfterEach
    void takeNumbersBack() {
        CPT.takeBack();
    }

    @BeforeEach
    void ready() {
        if (events == null) {
            Api.awaitReady();
            events = TestEvents.open();
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> CODER.post("/api/v1/code-suggestions", REQUEST)
                                    .extract()
                                    .statusCode()
                            == 200);
        }
        CPT.load();
    }

    @AfterAll
    static void close() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    static String note(String... texts) {
        return Arrays.stream(texts)
                .map("{\"format\":\"text\",\"text\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"notes\":[", "]}"));
    }

    static String aCase() {
        return aCase(UUID.randomUUID(), UUID.randomUUID(), DAY);
    }

    /** Whose record has {@link #NOTE} as a document. */
    static String aCaseOfTheNote() {
        return aCase(UUID.randomUUID(), UUID.randomUUID(), DAY, UUID.randomUUID());
    }

    static String aCase(UUID patient, UUID practitioner, LocalDate day, UUID... documents) {
        return cases(patient, practitioner, null, day, null, List.of(), "99213", documents)
                .get("professional");
    }

    /** @param procedure of its only service */
    static String aCase(UUID patient, UUID practitioner, LocalDate day, List<UUID> coverages, String procedure) {
        return cases(patient, practitioner, null, day, null, coverages, procedure)
                .get("professional");
    }

    /** By kind. */
    static Map<String, String> aStay(LocalDate admission, LocalDate discharge) {
        return cases(UUID.randomUUID(), UUID.randomUUID(), "inpatient", admission, discharge, List.of(), "99213");
    }

    static Map<String, String> cases(
            UUID patient,
            UUID practitioner,
            @Nullable String setting,
            LocalDate day,
            @Nullable LocalDate discharge,
            List<UUID> coverages,
            String procedure,
            UUID... documents) {
        var encounter = new EncounterCompleted(
                UUID.randomUUID(),
                1,
                patient,
                practitioner,
                UUID.randomUUID(),
                coverages,
                day,
                List.of(new EncounterCompleted.Service(1, procedure, List.of(), BigDecimal.ONE, 120_00, day)),
                setting,
                setting == null ? null : day,
                discharge,
                null,
                Arrays.stream(documents)
                        .map(id -> new EncounterCompleted.Document(id, "progress-note", Sha256.hex(NOTE)))
                        .toList(),
                null);
        Objects.requireNonNull(events).publish(ORGANIZATION, encounter);
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> CODER
                                .get("/api/v1/coding-cases?encounterId=" + encounter.encounterId())
                                .extract()
                                .jsonPath()
                                .<Map<String, String>>getList("items")
                                .stream()
                                .collect(Collectors.toMap(
                                        item -> item.get("kind"), item -> "/api/v1/coding-cases/" + item.get("id"))),
                        found -> found.size() == (setting == null ? 1 : 2));
    }
}
