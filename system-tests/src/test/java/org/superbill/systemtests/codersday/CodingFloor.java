package org.superbill.systemtests.codersday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Clinic;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/** The people of a practice who code, ask, answer and audit, each with a token of their own name. */
final class CodingFloor {
    static final List<String> CODERS = List.of("ann", "bob", "cid");
    static final long CHARGE_CENTS = 55_00;
    static final String NOTE = "Flu vaccine given. LABS: Na 128 mmol/L. PLAN: repeat BMP.";
    static final String FLU_SHOT = flu("Z23", "90471", 1);

    /** What the payer's contract allows: a vaccine, giving the first one of a visit, giving a further one. */
    static final long VACCINE_CENTS = 10_00;

    static final long FIRST_CENTS = 21_00;
    static final long FURTHER_CENTS = 12_00;

    /** A vaccine of so many units, and giving it. */
    static String flu(String diagnosis, String administration, int units) {
        return """
                {"diagnoses": ["%s"], "lines": [%s, %s]}""".formatted(
                        diagnosis,
                        Facts.line(1, "90658", 1).replace("\"units\": 1", "\"units\": " + units),
                        Facts.line(2, administration, 1));
    }

    private final SuperbillSystem system;
    private final Practice practice;
    private final Clinic clinic;
    private final String practitioner;
    private final String payer;
    private final String visit;
    private final Map<String, Gateway> people = new ConcurrentHashMap<>();

    CodingFloor(SuperbillSystem system) {
        this.system = system;
        practice = Practice.opens(system, Facts.RIVERSIDE);
        clinic = practice.clinic();
        practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        var office = clinic.registersLocation(Facts.OFFICE);
        payer = clinic.registersPayer(Facts.commercialPayer());
        visit = """
                {"patientId": "%%s", "practitionerId": "%s", "locationId": "%s", "serviceDate": "2026-03-02"}
                """.formatted(practitioner, office);
    }

    /** Of a patient of its own: the same service of one patient on one day is stopped. */
    private String visit() {
        var patient = clinic.registersPatient(Facts.MARIA);
        clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W123456789"));
        return visit.formatted(patient);
    }

    Practice practice() {
        return practice;
    }

    /** Everybody who codes is certified, and cases go to them as they come; whoever codes does not bill. */
    void opens() {
        for (var coder : CODERS) {
            person("admin", "admin")
                    .post("/api/v1/coders", """
                            {"subject": "%s", "name": "%s", "specialties": ["207Q"], "loadLimit": 200,
                             "credentials": [{"kind": "CPC", "number": "1", "expiresOn": "2099-12-31"}]}""".formatted(coder, coder))
                    .expect(201);
        }
        practice.as("billing-manager")
                .post("/api/v1/payer-contracts", """
                        {"payerId": "%s", "name": "Prairie 2026", "effectiveFrom": "2026-01-01", "terms": {}, "rates": [
                         {"procedureCode": "90658", "amountCents": %d}, {"procedureCode": "90471", "amountCents": %d},
                         {"procedureCode": "90472", "amountCents": %d}]}""".formatted(payer, VACCINE_CENTS, FIRST_CENTS, FURTHER_CENTS))
                .expect(201);
        policy(policy -> {
            policy.put("dutiesApart", true);
            ((ObjectNode) policy.path("assignment")).put("automatic", true).put("coderRecordRequired", true);
        });
    }

    private void policy(Consumer<ObjectNode> change) {
        var admin = person("admin", "admin");
        var inForce = admin.get("/api/v1/coding-policy").expect(200);
        var policy = (ObjectNode) inForce.json().path("policy");
        change.accept(policy);
        admin.put("/api/v1/coding-policy", policy.toString(), inForce.etag()).expect(200);
    }

    /** @return the id of the encounter */
    String completesAVisit(boolean withNote) {
        var encounter =
                practice.as("front-desk").post("/api/v1/encounters", visit()).expect(201);
        var clinician = practice.as("clinician");
        if (withNote) {
            clinician
                    .post(
                            "/api/v1/encounters/%s/documents".formatted(encounter.id()),
                            "{\"kind\": \"progress-note\", \"text\": \"%s\"}".formatted(NOTE))
                    .expect(201);
        }
        clinician
                .post(
                        "/api/v1/encounters/%s/complete".formatted(encounter.id()),
                        "{\"services\": [%s, %s]}"
                                .formatted(Facts.service("90658", 25_00), Facts.service("90471", 30_00)),
                        encounter.etag())
                .expect(200);
        return encounter.id();
    }

    /** Waits until so many cases are in somebody's hands. @return them, of all pages */
    List<JsonNode> awaitsAssigned(int count) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(worklist("?status=assigned")).hasSize(count));
        return worklist("?status=assigned");
    }

    private List<JsonNode> worklist(String query) {
        return all("/api/v1/coding-worklist" + query, person("lead", "coding-auditor"));
    }

    static List<JsonNode> all(String path, Gateway reader) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = reader.peek(path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** Codes a case and declares it final. */
    void codes(String caseId, String coder, String coding) {
        saves(caseId, coder, coding);
        var finalized = step(person(coder, "coder"), "/api/v1/coding-cases/" + caseId, "finalize", "{}");
        assertThat(finalized.json().path("status").asText()).isEqualTo("released");
    }

    /** Codes what was not charged, and says why. */
    void codesAfterAnAudit(String caseId, String coder, String coding) {
        var path = "/api/v1/coding-cases/" + caseId;
        var gateway = person(coder, "coder");
        var reasoned = coding.substring(0, coding.lastIndexOf('}'))
                + ", \"acknowledgements\": [{\"rule\": \"line-differs-from-service\", \"reason\": \"the audit\"}]}";
        gateway.put(path + "/coding", reasoned, gateway.peek(path).etag()).expect(200);
        var finalized = step(gateway, path, "finalize", "{}");
        assertThat(finalized.json().path("status").asText()).isEqualTo("released");
    }

    Answer saves(String caseId, String coder, String coding) {
        var path = "/api/v1/coding-cases/" + caseId;
        var gateway = person(coder, "coder");
        var saved =
                gateway.put(path + "/coding", coding, gateway.peek(path).etag()).expect(200);
        assertThat(saved.json().path("findings")).isEmpty();
        return saved;
    }

    /** Asks what a finding in the note stands for. @return the path of the query */
    String asks(String caseId, String coder) {
        var gateway = person(coder, "coder");
        var document = gateway.peek("/api/v1/coding-cases/" + caseId)
                .expect(200)
                .json()
                .at("/documents/0/id")
                .asText();
        var text = """
                        {"form": "multiple-choice", "purpose": "diagnosis", "title": "Clarification of laboratory findings",
                         "question": "Please document the condition, if any, that the finding quoted below stands for.",
                         "indicators": [{"documentId": "%s", "section": "LABS", "start": %d, "quote": "Na 128 mmol/L"}],
                         "options": [{"kind": "diagnosis", "text": "Hyponatremia", "supportedBy": [0]},
                           {"kind": "answer", "text": "Finding without clinical significance", "supportedBy": []},
                           {"kind": "other", "text": "Other", "supportedBy": []},
                           {"kind": "unable-to-determine", "text": "Unable to determine", "supportedBy": []}]}""".formatted(document, NOTE.indexOf("Na 128"));
        var query = Await.until( // for some seconds after the start the words that name conditions are still being read
                        () -> gateway.post("/api/v1/coding-cases/%s/queries".formatted(caseId), text),
                        answer -> answer.status() != 503)
                .expect(201);
        var path = "/api/v1/coding-queries/" + query.id();
        step(gateway, path, "send", "");
        return path;
    }

    void answers(String query, String answer) {
        step(
                person("ada.rivers", "clinician", ", \"practitioner\": \"%s\"".formatted(practitioner)),
                query,
                "answer",
                answer);
    }

    /** A step on something that has an ETag. */
    static Answer step(Gateway gateway, String path, String verb, String body) {
        return gateway.post(
                        path + "/" + verb, body, gateway.peek(path).expect(200).etag())
                .expect(200);
    }

    /** Somebody by name. */
    Gateway person(String subject, String role) {
        return person(subject, role, "");
    }

    /** @param claims what else the token says, as members of the request for it */
    private Gateway person(String subject, String role, String claims) {
        return people.computeIfAbsent(
                subject + "/" + role,
                key -> system.anonymous()
                        .as(
                                subject,
                                system.platformAdmin()
                                        .raw(
                                                "POST",
                                                "/api/v1/tokens",
                                                "{\"organization\": \"%s\", \"roles\": [\"%s\"], \"subject\": \"%s\"%s}"
                                                        .formatted(practice.organizationId(), role, subject, claims),
                                                "Content-Type",
                                                "application/json",
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString())
                                        .expect(200)
                                        .json()
                                        .path("token")
                                        .asText()));
    }
}
