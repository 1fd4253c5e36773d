package org.superbill.coding.codefact;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeFactApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Api CODER = Api.as(ORGANIZATION, "coder");
    private static final Api LOADER = Api.loader(ORGANIZATION);
    /** Invented. */
    private static final String LIST_OF_2027 = """
            <?xml version="1.0"?>
            <ICD10CM.tabular><version>2027</version>
            <chapter><name>6</name><desc>Diseases of the nervous system</desc><section id="G40-G47"><desc>Episodic disorders</desc>
            <diag><name>G47</name><desc>Sleep disorders</desc><diag><name>G47.3</name><desc>Sleep apnea</desc>
            <excludes1><note>snoring (R06.83)</note></excludes1></diag></diag></section></chapter></ICD10CM.tabular>
            """;

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void theNotesOfACodeAreItsOwnAndThoseAboveIt() {
        CODER.get("/api/v1/codes/icd-10-cm/G47.33/notes?on=2026-03-02")
                .statusCode(200)
                .body("code", equalTo("G47.33"))
                .body("release", equalTo("2021"))
                .body("entries.at", hasItems("G47.33", "G47.3", "G47"))
                .body("entries.find { it.at == 'G47.3' }.level", equalTo("code"))
                .body("entries.find { it.at == 'G47.3' }.holds", equalTo(true))
                .body(
                        "entries.find { it.at == 'G47.3' }.notes.find { it.text == 'apnea NOS (R06.81)' }.codes",
                        contains("R06.81"));
    }

    @Test
    void aBlockAndAChapterHaveNotesToo() {
        CODER.get("/api/v1/codes/icd-10-cm/O24.410/notes?on=2026-03-02")
                .statusCode(200)
                .body("entries.level", hasItems("code", "chapter"))
                .body("entries.find { it.level == 'chapter' }.at", equalTo("15"));
    }

    @Test
    void notesOfACodeThatIsDescribedOtherwiseTodaySayThatTheyDoNotHold() {
        CODER.get("/api/v1/codes/icd-10-cm/G31.84/notes?on=2026-03-02")
                .statusCode(200)
                .body("entries.find { it.at == 'G31.84' }.holds", equalTo(false));
    }

    @Test
    void notesOfAHeaderThatIsCalledOtherwiseOverTheSameCodesHold() {
        CODER.get("/api/v1/codes/icd-10-cm/F32.9/notes?on=2026-03-02")
                .statusCode(200)
                .body("entries.find { it.at == 'F32' }.holds", equalTo(true));
    }

    @Test
    void theSeventhCharactersComeWithTheirMeaning() {
        CODER.get("/api/v1/codes/icd-10-cm/S67.01XA/notes?on=2026-03-02")
                .statusCode(200)
                .body("entries.find { it.at == 'S67' }.seventhCharacters.character", contains("A", "D", "S"))
                .body("entries.find { it.at == 'S67' }.seventhCharacters[0].meaning", equalTo("initial encounter"));
    }

    @Test
    void aSystemWithoutNotesHasNone() {
        CODER.get("/api/v1/codes/hcpcs/J1100/notes?on=2026-03-02")
                .statusCode(200)
                .body("entries", empty())
                .body("release", nullValue());
    }

    @Test
    void facetsAreTheSideTheSexTheAgeAndTheLists() {
        CODER.get("/api/v1/codes/icd-10-cm/M25.561/facets?on=2026-03-02")
                .statusCode(200)
                .body("laterality.side", equalTo("right"))
                .body("laterality.left", equalTo("M25.562"))
                .body("laterality.unspecified", equalTo("M25.569"));
        CODER.get("/api/v1/codes/icd-10-cm/O80/facets?on=2026-03-02")
                .statusCode(200)
                .body("sex", equalTo("female"))
                .body("ages[0].first", equalTo(9))
                .body("ages[0].last", equalTo(64))
                .body("presentOnAdmissionExempt", equalTo(true))
                .body("sources.source", hasItem("Medicare Code Editor 41.1 (CMS)"));
        CODER.get("/api/v1/codes/icd-10-cm/F02.80/facets?on=2026-03-02")
                .body("manifestation", equalTo(true))
                .body("chronic", equalTo("dementia"));
        CODER.get("/api/v1/codes/icd-10-cm/Z23/facets?on=2026-03-02").body("unacceptablePrincipal", equalTo(true));
        CODER.get("/api/v1/codes/icd-10-cm/S67.01/facets?on=2026-03-02")
                .body("seventhCharacters", contains("A", "D", "S"));
    }

    @Test
    void aCodeThatNobodyKnowsIsNotFoundAndADateHasItsForm() {
        for (var what : new String[] {"notes", "facets"}) {
            CODER.get("/api/v1/codes/icd-10-cm/Q99.99/" + what).statusCode(404);
            CODER.get("/api/v1/codes/loinc/1/" + what).statusCode(404);
            CODER.get("/api/v1/codes/icd-10-cm/I10/" + what + "?on=yesterday").statusCode(400);
        }
    }

    @Test
    void anEditionThatIsRolledBackJudgesNoMoreUntilItIsLoadedAgain() {
        try {
            rollBack(LOADER, "icd-10-cm-poa-exempt", "2026").statusCode(200).body("inUse", equalTo(false));
            rollBack(LOADER, "icd-10-cm-poa-exempt", "2026").statusCode(200).body("inUse", equalTo(false));
            CODER.get("/api/v1/codes/icd-10-cm/O80/facets?on=2026-03-02")
                    .body("presentOnAdmissionExempt", equalTo(false));
        } finally {
            putBack(exemptCodes(), "2026", "2025-10-01").statusCode(201).body("changed", equalTo(true));
        }
        CODER.get("/api/v1/codes/icd-10-cm/O80/facets?on=2026-03-02").body("presentOnAdmissionExempt", equalTo(true));
        putBack(exemptCodes(), "2026", "2025-10-01")
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("rows", equalTo(38_349));
    }

    @Test
    void aListOfALaterYearJudgesFromItsOwnFirstDay() {
        putBack(LIST_OF_2027, "2027", "2026-10-01")
                .statusCode(201)
                .body("note", containsString("of the list 2021 are not in this one"))
                .body("changes.added", hasItem("G47.3 excludes1 snoring (R06.83)"))
                .body("changes.deleted", hasItem("G47.3 excludes1 apnea NOS (R06.81)"))
                .body("changes.deleted", not(hasItem(containsString("F32"))));
        try {
            CODER.get("/api/v1/codes/icd-10-cm/G47.3/notes?on=2026-09-30")
                    .body("release", equalTo("2021"))
                    .body("entries.find { it.at == 'G47.3' }.notes.text", hasItem("apnea NOS (R06.81)"));
            CODER.get("/api/v1/codes/icd-10-cm/G47.3/notes?on=2026-10-01")
                    .body("release", equalTo("2027"))
                    .body("entries.find { it.at == 'G47.3' }.notes.text", contains("snoring (R06.83)"));
            apartFromSnoring("2026-09-30").body("findings.rule", not(hasItem("excludes1")));
            apartFromSnoring("2026-10-01").body("findings.rule", hasItem("excludes1"));
            CODER.get("/api/v1/codes/icd-10-cm/F32.9/notes?on=2026-10-01") // which that list does not have
                    .body("release", equalTo("2021"))
                    .body("entries.find { it.at == 'F32' }.holds", equalTo(true));
        } finally {
            rollBack(LOADER, "icd-10-cm-tabular", "2027").statusCode(200);
        }
        CODER.get("/api/v1/codes/icd-10-cm/G47.3/notes?on=2026-10-01").body("release", equalTo("2021"));
    }

    private static ValidatableResponse apartFromSnoring(String day) {
        return CODER.post("/api/v1/code-validations", """
                        {"setting":"outpatient","serviceDate":"%s","diagnoses":[{"code":"G47.30"},{"code":"R06.83"}],"lines":[]}""".formatted(day)).statusCode(200);
    }

    @Test
    void theSameEditionWithOtherContentIsRefused() {
        putBack("POAexemptCode\nB90.0\n", "2026", "2025-10-01").statusCode(409);
        putBack("POAexemptCode\nB90.0\nnonsense!\n", "2027", "2026-10-01")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/3"));
    }

    @Test
    void onlyLoadersRollBackAndOnlyWhatIsThere() {
        rollBack(CODER, "icd-10-cm-poa-exempt", "2026").statusCode(403);
        rollBack(LOADER, "icd-10-cm-poa-exempt", "1999").statusCode(404);
        given().get("/api/v1/code-facts").then().statusCode(401);
        CODER.get("/api/v1/code-facts")
                .statusCode(200)
                .body("kind", hasItems("icd-10-cm-tabular", "icd-10-cm-poa-exempt", "medicare-code-editor-edits"));
    }

    private static ValidatableResponse rollBack(Api caller, String kind, String release) {
        return caller.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/code-facts/{kind}/{release}/rollback", kind, release)
                .then();
    }

    private static ValidatableResponse putBack(String file, String release, String effectiveFrom) {
        return LOADER.request()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .queryParam("release", release)
                .queryParam("effectiveFrom", effectiveFrom)
                .body(file.getBytes(UTF_8))
                .post("/api/v1/code-files")
                .then();
    }

    /** The shipped list as its publisher writes it. */
    private static String exemptCodes() {
        var text = new StringBuilder("POAexemptCode\n");
        ShippedEditions.read("icd-10-cm-poa-exempt-2026.tsv.gz")
                .rows()
                .forEach(row -> text.append(row.subject()).append('\n'));
        return text.toString();
    }
}
