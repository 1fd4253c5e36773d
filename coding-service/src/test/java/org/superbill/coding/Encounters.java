package org.superbill.coding;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.PracticeChanged;
import org.superbill.servicekit.testing.PlainJson;
import org.superbill.servicekit.testing.TestEvents;

/** Completed encounters as a clinic tells them; each starts from a flu shot in the office and says only what matters. */
public record Encounters(TestEvents events, UUID organization) {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    public static final String CPT =
            "code,display,billable\n90658,Flu vaccine,true\n90471,Giving a vaccine,true\n99213,Visit,true\n99223,Hospital visit,true\n";
    public static final String FLU_SHOT = """
            {"diagnoses":["Z23"],"lines":[
              {"lineNumber":1,"procedureCode":"90658","modifiers":[],"units":1,"diagnosisPointers":[1]}]}""";

    /** The procedures that the cases below need; once for each organization would be the same. */
    public static void loadProcedures(UUID organization) {
        var loader = Api.loader(organization);
        loader.load("cpt", "for-work", "2026-01-01", CPT);
        loader.post("/api/v1/code-systems/cpt/releases/for-work/activate", "").statusCode(200);
    }

    /** It is heard of some seconds later. */
    public void hasPractitioner(UUID id) {
        events.publish(
                organization,
                new PracticeChanged(
                        id,
                        null,
                        new PracticeChanged.Practitioner("1999996666", "Kim", null, "Lee", "207Q00000X"),
                        null));
    }

    /** @return the path of its case, once it is there */
    public String fluShot(Api reader) {
        return fluShot(reader, 42_00, null);
    }

    public String fluShot(Api reader, long chargeCents, @Nullable UUID practitioner) {
        return fluShot(
                reader, DAY, chargeCents, practitioner == null ? UUID.randomUUID() : practitioner, UUID.randomUUID());
    }

    public String fluShot(Api reader, LocalDate day, long chargeCents, UUID practitioner, UUID coverage) {
        var id = UUID.randomUUID();
        events.publish(
                organization,
                new EncounterCompleted(
                        id,
                        1,
                        UUID.randomUUID(),
                        practitioner,
                        UUID.randomUUID(),
                        List.of(coverage),
                        day,
                        List.of(new EncounterCompleted.Service(
                                1, "90658", List.of(), BigDecimal.ONE, chargeCents, day))));
        return pathOf(reader, id, 1).get(0);
    }

    /** What the clinician coded as well: Z23 for the one service. */
    public String codedByClinician(Api reader, String diagnosis) {
        var id = UUID.randomUUID();
        events.publish(organization, encounter(id, null, null, List.of(diagnosis), List.of()));
        return pathOf(reader, id, 1).get(0);
    }

    /** A visit to the office with documents in its record. @return the path of its case, once it is there */
    public String visit(Api reader, EncounterCompleted.Document... documents) {
        var id = UUID.randomUUID();
        events.publish(organization, encounter(id, null, null, List.of(), List.of(documents)));
        return pathOf(reader, id, 1).get(0);
    }

    /** An inpatient stay. @return the paths of its two cases, the professional one first */
    public List<String> stay(Api reader, LocalDate discharge, EncounterCompleted.Document... documents) {
        var id = UUID.randomUUID();
        events.publish(organization, encounter(id, "inpatient", discharge, List.of(), List.of(documents)));
        return pathOf(reader, id, 2);
    }

    private static EncounterCompleted encounter(
            UUID id,
            @Nullable String setting,
            @Nullable LocalDate discharge,
            List<String> diagnoses,
            List<EncounterCompleted.Document> documents) {
        return new EncounterCompleted(
                id,
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                DAY,
                List.of(new EncounterCompleted.Service(
                        1,
                        setting == null ? "90658" : "99223",
                        List.of(),
                        BigDecimal.ONE,
                        42_00,
                        DAY,
                        List.of(1),
                        null,
                        null)),
                setting,
                setting == null ? null : DAY,
                discharge,
                diagnoses.isEmpty()
                        ? null
                        : diagnoses.stream()
                                .map(code -> new EncounterCompleted.Diagnosis(code, null))
                                .toList(),
                documents.isEmpty() ? null : documents,
                "dr-lee");
    }

    private static List<String> pathOf(Api reader, UUID encounter, int cases) {
        return await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> PlainJson.of(reader.get("/api/v1/coding-cases?encounterId=" + encounter)
                                        .extract())
                                .getList("items.id", String.class),
                        ids -> ids.size() == cases)
                .stream()
                .map(id -> "/api/v1/coding-cases/" + id)
                .toList();
    }

    public static String etag(Api reader, String path) {
        return reader.get(path).statusCode(200).extract().header("ETag");
    }
}
