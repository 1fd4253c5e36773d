package org.superbill.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Clinic;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private SuperbillSystem system;
    private Practice practice;
    private Gateway frontDesk;
    private Gateway coder;
    private String patient;
    private String practitioner;
    private String office;
    private String coverage;
    private String payer;
    private Visit visit;

    @BeforeAll
    void opens(SuperbillSystem running) {
        system = running;
        practice = Practice.opens(system, Facts.RIVERSIDE);
        frontDesk = practice.as("front-desk");
        coder = practice.as("coder");
        Clinic clinic = practice.clinic();
        practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        office = clinic.registersLocation(Facts.OFFICE);
        payer = clinic.registersPayer(Facts.commercialPayer());
        patient = clinic.registersPatient(Facts.MARIA);
        coverage = clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W123456789"));
        visit = completesOn("2026-03-02");
    }

    private Visit completesOn(String day) {
        var encounter = practice.clinic()
                .completesEncounter(
                        patient, practitioner, office, day, "[%s]".formatted(Facts.service("99213", 150_00)));
        return new Visit(encounter, patient, coverage, payer);
    }

    @Test
    void anUnknownDiagnosisIsAFindingAndKeepsTheCaseOpen() {
        codingIsRefused(visit, "Z2399", "/diagnoses/0", "unknown");
    }

    @Test
    void aHeaderIsAFindingAndKeepsTheCaseOpen() {
        codingIsRefused(visit, "J02", "/diagnoses/0", "billable");
    }

    @Test
    void aCodeThatIsNotValidOnTheDateOfServiceIsAFindingAndKeepsTheCaseOpen() {
        var before = completesOn("2025-09-30"); // E11.A is new on the day after
        codingIsRefused(before, "E11A", "/diagnoses/0", "not valid on 2025-09-30");
    }

    @Test
    void anUnknownCodeIsNotFound() {
        problem(coder.get("/api/v1/codes/icd-10-cm/QQQ99?on=2026-03-02"), 404, "not-found");
    }

    @Test
    void anUnknownFieldIsNamed() {
        var before = patients();
        var answer = frontDesk.post("/api/v1/patients", Facts.MARIA.replace("\"sex\"", "\"shoeSize\": 39, \"sex\""));
        problem(answer, 400, "");
        pointer(answer, "/shoeSize");
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void aWrongTypeIsNamed() {
        var before = patients();
        var answer = frontDesk.post("/api/v1/patients", Facts.MARIA.replace("\"1984-07-12\"", "\"yesterday\""));
        problem(answer, 400, "");
        pointer(answer, "/birthDate");
        assertThat(answer.text()).doesNotContain("yesterday");
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        var before = patients();
        var answer = frontDesk.post("/api/v1/patients", "{\"firstName\": \"" + "A".repeat(25_000_000) + "\"}");
        problem(answer, 413, "");
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void whatIsMissingOrAnotherOrganizationsIsNotFound() {
        var other = Practice.opens(system, Facts.RIVERSIDE);
        problem(frontDesk.get("/api/v1/patients/" + UUID.randomUUID()), 404, "not-found");
        problem(other.as("front-desk").get("/api/v1/patients/" + patient), 404, "not-found");
        problem(other.as("front-desk").get("/api/v1/encounters/" + visit.encounterId()), 404, "not-found");
        assertThat(other.as("front-desk")
                        .get("/api/v1/patients")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void withoutATokenOrWithABadOneNobodyIsLetIn() {
        problem(system.anonymous().get("/api/v1/patients"), 401, "unauthenticated");
        var parts = system.tokens().of(practice.organizationId(), "front-desk").split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), java.nio.charset.StandardCharsets.UTF_8);
        var forged = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                claims.replace("front-desk", "admin").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "." + parts[2];
        problem(system.anonymous().as("forger", forged).get("/api/v1/patients"), 401, "unauthenticated");
        problem(
                system.anonymous()
                        .as(
                                "late",
                                system.stack()
                                        .tokens()
                                        .living(java.time.Duration.ofMinutes(-5))
                                        .of(UUID.fromString(practice.organizationId()), "front-desk"))
                        .get("/api/v1/patients"),
                401,
                "unauthenticated");
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedAndNothingChanges() {
        var before = patients();
        problem(practice.as("biller").post("/api/v1/patients", Facts.MARIA), 403, "forbidden");
        problem(system.platformAdmin().get("/api/v1/patients"), 403, "forbidden");
        assertThat(patients()).isEqualTo(before);
    }

    @Test
    void aWriteWithoutAnIdempotencyKeyIsRefusedAndAKeyIsForOneBody() {
        var before = patients();
        problem(
                frontDesk.raw("POST", "/api/v1/patients", Facts.MARIA, "Content-Type", "application/json"),
                400,
                "idempotency-key-missing");
        assertThat(patients()).isEqualTo(before);
        var key = UUID.randomUUID().toString();
        var first = frontDesk.raw(
                "POST", "/api/v1/patients", Facts.MARIA, "Content-Type", "application/json", "Idempotency-Key", key);
        first.expect(201);
        problem(
                frontDesk.raw(
                        "POST",
                        "/api/v1/patients",
                        Facts.MARIA.replace("MARIA", "MARIE"),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void anUpdateNeedsTheVersionThatWasRead() {
        var path = "/api/v1/patients/" + patient;
        problem(frontDesk.put(path, Facts.MARIA, null), 428, "if-match-missing");
        problem(frontDesk.put(path, Facts.MARIA, "\"999\""), 412, "stale");
    }

    @Test
    void malformedX12IsRefusedWithItsPlaceAndPostsNothing() {
        var biller = practice.as("biller");
        var answer = biller.upload("/api/v1/x12-files", "ISA*00*garbage");
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.json().path("type").asText()).startsWith("https://");
        assertThat(biller.get("/api/v1/remittances").json().path("items")).isEmpty();
    }

    @Test
    void aRemittanceThatDoesNotBalanceIsQuarantinedWithTheSumsAndPostsNothing() {
        var other = Practice.opens(system, Facts.RIVERSIDE);
        var poster = other.as("poster");
        var file = """
                ISA*00*          *00*          *ZZ*66666          *ZZ*RFM001         *260303*1200*^*00501*000000077*0*T*:~
                GS*HP*66666*RFM001*20260303*1200*77*X*005010X221A1~
                ST*835*0001~
                BPR*I*100.00*C*ACH*CCP*01*111000025*DA*123456*1666666666**01*111000025*DA*654321*20260303~
                TRN*1*TRACE77*1666666666~
                DTM*405*20260303~
                N1*PR*PRAIRIE HEALTH PLAN~
                N3*1 PLAIN ROAD~
                N4*SPRINGFIELD*IL*62701~
                REF*2U*66666~
                PER*BL*CLAIMS*TE*8005550100~
                N1*PE*RIVERSIDE FAMILY MEDICINE*XX*1234567893~
                REF*TJ*123456789~
                LX*1~
                CLP*UNKNOWN1*1*100*90*0*12*ICN1*11*1~
                NM1*QC*1*LOPEZ*MARIA****MI*W123456789~
                SVC*HC:99213*100*90**1~
                DTM*472*20260302~
                CAS*CO*45*10~
                SE*18*0001~
                GE*1*77~
                IEA*1*000000077~
                """.replace("\n", "");
        var answer = poster.upload("/api/v1/x12-files", file);
        assertThat(answer.status()).isIn(200, 201);
        var remittances = poster.get("/api/v1/remittances").expect(200).json().path("items");
        assertThat(remittances).hasSize(1);
        var remittance = poster.get(
                        "/api/v1/remittances/" + remittances.get(0).path("id").asText())
                .expect(200)
                .json();
        assertThat(remittance.path("state").asText()).isEqualTo("quarantined");
        var disagreement = remittance.path("disagreements").get(0);
        assertThat(disagreement.path("type").asText()).endsWith("/problems/remittance-unbalanced");
        assertThat(disagreement.path("code").asText()).isEqualTo("payment-unbalanced");
        assertThat(disagreement.path("pointer").asText()).isEqualTo("/transaction/1/BPR02");
        assertThat(remittance.toString()).contains("10000").contains("9000");
        assertThat(other.as("poster")
                        .get("/api/v1/ledger/entries")
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anUnknownPathIsNotFoundInTheSameForm() {
        problem(frontDesk.get("/api/v1/nothing-here"), 404, "not-found");
    }

    private void codingIsRefused(Visit whose, String diagnosis, String pointer, String word) {
        var id = practice.coder().receivesCase(whose).path("id").asText();
        var path = "/api/v1/coding-cases/" + id;
        coder.post(path + "/assign", "{}", coder.get(path).etag());
        var coded = coder.put(
                        path + "/coding",
                        """
                        {"diagnoses": ["%s"], "lines": [%s]}
                        """.formatted(diagnosis, Facts.line(1, "99213", 1)),
                        coder.get(path).etag())
                .expect(200);
        var finding = coded.json().path("findings").get(0);
        assertThat(finding.path("pointer").asText()).isEqualTo(pointer);
        assertThat(finding.toString()).containsIgnoringCase(word);
        assertThat(finding.path("fix").asText()).isNotBlank();
        var answer = coder.post(path + "/finalize", "{}", coded.etag());
        problem(answer, 422, "coding-findings-open");
        pointer(answer, pointer);
        assertThat(coder.get(path).json().path("status").asText()).isEqualTo("in-progress");
        assertThat(practice.events(whose.encounterId())).doesNotContain("encounter-coded");
    }

    private JsonNode patients() {
        return frontDesk.get("/api/v1/patients?limit=200").expect(200).json().path("items");
    }

    private static void problem(Answer answer, int status, String type) {
        answer.expect(status);
        var problem = answer.json();
        assertThat(problem.path("type").asText()).startsWith("https://").endsWith(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    private static void pointer(Answer answer, String pointer) {
        assertThat(answer.json().path("errors"))
                .as(answer.text())
                .anyMatch(error -> error.path("pointer").asText().equals(pointer));
    }
}
