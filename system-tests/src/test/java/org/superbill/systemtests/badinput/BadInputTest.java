package org.superbill.systemtests.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Answer;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;
import org.superbill.systemtests.role.Visit;

/** What clients do wrong: the problem's type, its pointer and its status, and that nothing was changed. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String PATIENTS = "/api/v1/patients";
    private static final String FILES = "/api/v1/x12-files";

    /** Pays 100.00 while its claim is paid 90.00. */
    private static final String REMITTANCE = """
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

    private SuperbillSystem system;
    private Practice practice;
    private Gateway frontDesk;
    private Gateway coder;
    private String practitioner;
    private String office;
    private String patient;
    private String coverage;
    private String payer;

    @BeforeAll
    void opens(SuperbillSystem running) {
        system = running;
        practice = Practice.opens(system, Facts.RIVERSIDE);
        frontDesk = practice.as("front-desk");
        coder = practice.as("coder");
        var clinic = practice.clinic();
        practitioner = clinic.registersPractitioner(Facts.DR_RIVERS);
        office = clinic.registersLocation(Facts.OFFICE);
        payer = clinic.registersPayer(Facts.commercialPayer());
        patient = clinic.registersPatient(Facts.MARIA);
        coverage = clinic.registersCoverage(patient, Facts.ownCoverage(payer, "W123456789"));
    }

    @Test
    void anUnknownDiagnosisIsAFindingAndKeepsTheCaseOpen() {
        codingIsRefused("2026-03-02", "Z2399", "diagnosis-unknown");
    }

    @Test
    void aHeaderIsAFindingAndKeepsTheCaseOpen() {
        codingIsRefused("2026-03-02", "J02", "diagnosis-is-header");
    }

    /** E11.A is new on 1 October 2025. */
    @Test
    void aCodeThatIsNotValidOnTheDateOfServiceIsAFindingAndKeepsTheCaseOpen() {
        codingIsRefused("2025-09-30", "E11A", "diagnosis-not-valid-on-date");
        var code = coder.get("/api/v1/codes/icd-10-cm/E11A?on=2025-09-30").expect(200);
        assertThat(code.json().path("validOnDate").asBoolean(true)).isFalse();
    }

    @Test
    void anUnknownCodeIsNotFound() {
        problem(coder.get("/api/v1/codes/icd-10-cm/QQQ99?on=2026-03-02"), 404, "code-not-found");
    }

    @Test
    void anUnknownFieldIsNamed() {
        changesNothing(() -> problem(
                frontDesk.post(PATIENTS, Facts.MARIA.replace("\"sex\"", "\"shoeSize\": 39, \"sex\"")),
                400,
                "validation-failed",
                "/shoeSize"));
    }

    @Test
    void aWrongTypeIsNamed() {
        changesNothing(() -> {
            var answer = frontDesk.post(PATIENTS, Facts.MARIA.replace("\"1984-07-12\"", "\"yesterday\""));
            problem(answer, 400, "validation-failed", "/birthDate");
            assertThat(answer.text()).doesNotContain("yesterday");
        });
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        changesNothing(() -> problem(
                frontDesk.post(PATIENTS, "{\"firstName\": \"" + "A".repeat(25_000_000) + "\"}"),
                413,
                "body-too-large"));
    }

    @Test
    void whatIsMissingIsNotFound() {
        changesNothing(() -> {
            var nobody = PATIENTS + "/" + UUID.randomUUID();
            problem(frontDesk.get(nobody), 404, "patient-not-found");
            problem(frontDesk.put(nobody, Facts.MARIA, "\"0\""), 404, "patient-not-found");
            problem(
                    frontDesk.post(
                            "/api/v1/encounters", encounter(UUID.randomUUID().toString(), "2026-03-02")),
                    400,
                    "validation-failed",
                    "/patientId");
        });
    }

    @Test
    void aTokenOfAnOrganizationThatNobodyHasRegisteredGetsNowhere() {
        var nobodys = UUID.randomUUID().toString();
        Map.of("front-desk", PATIENTS, "coder", "/api/v1/coding-cases", "biller", "/api/v1/claims")
                .forEach((role, list) -> problem(
                        system.anonymous()
                                .as(role, system.tokens().of(nobodys, role))
                                .get(list),
                        404,
                        "organization-not-found"));
    }

    @Test
    void whatIsAnotherOrganizationsIsNotFoundAndNotChanged() {
        var encounter = frontDesk
                .post("/api/v1/encounters", encounter(patient, "2026-03-02"))
                .expect(201);
        var other = Practice.opens(system, Facts.RIVERSIDE);
        var stranger = other.as("front-desk");
        var path = PATIENTS + "/" + patient;
        var etag = frontDesk.get(path).etag();
        changesNothing(() -> {
            problem(stranger.get(path), 404, "patient-not-found");
            problem(stranger.put(path, Facts.MARIA, etag), 404, "patient-not-found");
            problem(stranger.get("/api/v1/encounters/" + encounter.id()), 404, "encounter-not-found");
            problem(
                    other.as("clinician")
                            .post(
                                    "/api/v1/encounters/%s/complete".formatted(encounter.id()),
                                    "{\"services\": [%s]}".formatted(Facts.service("99213", 150_00)),
                                    encounter.etag()),
                    404,
                    "encounter-not-found");
            problem(
                    stranger.post("/api/v1/encounters", encounter(patient, "2026-03-02")),
                    400,
                    "validation-failed",
                    "/patientId",
                    "/practitionerId",
                    "/locationId");
        });
        assertThat(stranger.get(PATIENTS).expect(200).json().path("items")).isEmpty();
    }

    @Test
    void withoutATokenOrWithABadOneNobodyIsLetIn() {
        var parts = system.tokens().of(practice.organizationId(), "front-desk").split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("front-desk", "admin");
        var forged = "%s.%s.%s"
                .formatted(
                        parts[0],
                        Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)),
                        parts[2]);
        var expired = system.stack()
                .tokens()
                .living(Duration.ofMinutes(-5))
                .of(UUID.fromString(practice.organizationId()), "front-desk");
        changesNothing(() -> {
            for (var nobody : List.of(
                    system.anonymous(),
                    system.anonymous().as("forger", forged),
                    system.anonymous().as("late", expired))) {
                problem(nobody.get(PATIENTS), 401, "unauthenticated");
                problem(nobody.post(PATIENTS, Facts.MARIA), 401, "unauthenticated");
            }
        });
    }

    @Test
    void aRoleWithoutThePermissionIsRefused() {
        changesNothing(() -> {
            problem(practice.as("biller").post(PATIENTS, Facts.MARIA), 403, "forbidden");
            problem(system.platformAdmin().get(PATIENTS), 403, "forbidden");
            problem(system.platformAdmin().post(PATIENTS, Facts.MARIA), 403, "forbidden");
        });
    }

    @Test
    void aWriteWithoutAnIdempotencyKeyIsRefusedAndAKeyIsForOneBody() {
        changesNothing(() -> problem(
                frontDesk.raw("POST", PATIENTS, Facts.MARIA, "Content-Type", "application/json"),
                400,
                "idempotency-key-missing",
                "header:Idempotency-Key"));
        var key = UUID.randomUUID().toString();
        postWithKey(key, Facts.MARIA).expect(201);
        changesNothing(
                () -> problem(postWithKey(key, Facts.MARIA.replace("MARIA", "MARIE")), 422, "idempotency-key-reused"));
    }

    @Test
    void anUpdateNeedsTheVersionThatWasRead() {
        var path = PATIENTS + "/" + patient;
        changesNothing(() -> {
            problem(frontDesk.put(path, Facts.MARIA, null), 428, "if-match-missing");
            problem(frontDesk.put(path, Facts.MARIA, "\"999\""), 412, "stale");
        });
    }

    @Test
    void malformedX12IsRefusedWithItsPlaceAndPostsNothing() {
        changesNothing(() -> {
            problem(biller().upload(FILES, "ISA*00*garbage"), 422, "x12-malformed", "/interchange/1/ISA");
            problem(
                    poster().upload(FILES, REMITTANCE.replace("SE*18*", "SE*17*")),
                    422,
                    "x12-malformed",
                    "/interchange/1/group/1/transaction/1/segment/18/SE01");
        });
    }

    @Test
    void whoMayNotPostUploadsNoRemittance() {
        changesNothing(() -> problem(biller().upload(FILES, REMITTANCE), 403, "forbidden"));
    }

    @Test
    void aRemittanceThatDoesNotBalanceIsQuarantinedWithTheSumsAndPostsNothing() {
        var other = Practice.opens(system, Facts.RIVERSIDE);
        var poster = other.as("poster");
        var outcomes = poster.upload(FILES, REMITTANCE).expect(201).json().path("outcomes");
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).path("result").asText()).isEqualTo("quarantined");
        var remittance = poster.get(
                        "/api/v1/remittances/" + outcomes.get(0).path("id").asText())
                .expect(200)
                .json();
        assertThat(remittance.path("state").asText()).isEqualTo("quarantined");
        assertThat(remittance.path("disagreements")).hasSize(1);
        var disagreement = remittance.path("disagreements").get(0);
        assertThat(disagreement.path("type").asText()).endsWith("/problems/remittance-unbalanced");
        assertThat(disagreement.path("code").asText()).isEqualTo("payment-unbalanced");
        assertThat(disagreement.path("pointer").asText()).isEqualTo("/transaction/1/BPR02");
        assertThat(disagreement.path("expected").asText()).isEqualTo("90");
        assertThat(disagreement.path("found").asText()).isEqualTo("100.00");
        for (var list : List.of("/api/v1/ledger/entries", "/api/v1/claims")) {
            assertThat(poster.get(list).expect(200).json().path("items"))
                    .as(list)
                    .isEmpty();
        }
        assertThat(other.books().accounts()).isEmpty();
    }

    @Test
    void anUnknownPathIsNotFoundInTheSameForm() {
        changesNothing(() -> {
            problem(frontDesk.get("/api/v1/nothing-here"), 404, "not-found");
            problem(frontDesk.post("/api/v1/nothing-here", "{}"), 404, "not-found");
        });
    }

    /** The finding names rule and place; the case is not finalized: no event, no claim. */
    private void codingIsRefused(String serviceDate, String diagnosis, String rule) {
        var visit = new Visit(
                practice.clinic()
                        .completesEncounter(
                                patient,
                                practitioner,
                                office,
                                serviceDate,
                                "[%s]".formatted(Facts.service("99213", 150_00))),
                patient,
                coverage,
                payer);
        var path = "/api/v1/coding-cases/"
                + practice.coder().receivesCase(visit).path("id").asText();
        coder.post(path + "/assign", "{}", coder.get(path).etag()).expect(200);
        var coded = coder.put(
                        path + "/coding",
                        """
                        {"diagnoses": ["%s"], "lines": [%s]}
                        """.formatted(diagnosis, Facts.line(1, "99213", 1)),
                        coder.get(path).etag())
                .expect(200);
        assertThat(coded.json().path("findings")).hasSize(1);
        var finding = coded.json().path("findings").get(0);
        assertThat(finding.path("rule").asText()).isEqualTo(rule);
        assertThat(finding.path("pointer").asText()).isEqualTo("/diagnoses/0");
        assertThat(finding.path("fix").asText()).isNotBlank();
        problem(coder.post(path + "/finalize", "{}", coded.etag()), 422, "coding-findings-open", "/diagnoses/0");
        var after = coder.get(path);
        assertThat(after.etag()).isEqualTo(coded.etag());
        assertThat(after.json().path("status").asText()).isEqualTo("in-progress");
        assertThat(practice.events(visit.encounterId())).doesNotContain("encounter-coded");
        assertThat(biller().get("/api/v1/claims?encounterId=" + visit.encounterId())
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private Gateway poster() {
        return practice.as("poster");
    }

    private Gateway biller() {
        return practice.as("biller");
    }

    private Answer postWithKey(String key, String body) {
        return frontDesk.raw("POST", PATIENTS, body, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    private String encounter(String patientId, String serviceDate) {
        return """
                {"patientId": "%s", "practitionerId": "%s", "locationId": "%s", "serviceDate": "%s"}
                """.formatted(patientId, practitioner, office, serviceDate);
    }

    /** Neither the lists of what there is nor the revision of anything in them is other than before. */
    private void changesNothing(Runnable calls) {
        var before = everything();
        calls.run();
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, JsonNode> everything() {
        var everything = new TreeMap<String, JsonNode>();
        for (var list : List.of(
                "patients", "encounters", "coding-cases", "claims", "remittances", "denials", "ledger/entries")) {
            everything.put(
                    list,
                    practice.as("admin")
                            .peek("/api/v1/%s?limit=200".formatted(list))
                            .expect(200)
                            .json());
        }
        return everything;
    }

    private static void problem(Answer answer, int status, String type, String... pointers) {
        answer.expect(status);
        var problem = answer.json();
        assertThat(problem.path("type").asText()).isEqualTo("https://superbill.org/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("errors"))
                .as(answer.text())
                .extracting(error -> error.path("pointer").asText())
                .containsExactly(pointers);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }
}
