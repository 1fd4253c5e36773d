package org.superbill.coding.codeindex;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.officialcodes.StateOfCodes;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeIndexApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Api CODER = Api.as(ORGANIZATION, "coder");
    private static final Api LOADER = Api.loader(ORGANIZATION);
    private static final String INDEX = "/api/v1/code-index";

    LocalPostgres postgres; // set by ServiceStack

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void theShippedTablesAreThere() {
        CODER.get(INDEX + "/tables?on=2026-03-02")
                .statusCode(200)
                .body("table", contains("alphabetic", "external-causes", "neoplasms", "drugs"))
                .body("terms", contains(81_024, 8_090, 1_940, 7_430));
    }

    @Test
    void aReferenceLeadsToItsTermAndTheTermToItsCode() {
        var id = CODER.get(INDEX + "?q=attack, heart&table=alphabetic&on=2026-03-02")
                .statusCode(200)
                .body("items[0].path", equalTo("Attack, attacks, heart"))
                .body("items[0].see", equalTo("infarct, myocardium"))
                .extract()
                .jsonPath()
                .getLong("items[0].id");
        CODER.get(INDEX + "/terms/" + id + "?on=2026-03-02")
                .statusCode(200)
                .body("above.title", contains("Attack, attacks"))
                .body("see[0].path", startsWith("Infarct"))
                .body("see[0].codes[0].code", equalTo("I21.9"))
                .body("see[0].codes[0].validOnDate", is(true));
    }

    @Test
    void aMainTermLeadsDownToItsSubterms() {
        var pain = CODER.get(INDEX + "?q=pain&table=alphabetic&limit=1&on=2026-03-02")
                .statusCode(200)
                .body("items[0].level", is(0))
                .extract()
                .jsonPath()
                .getLong("items[0].id");
        CODER.get(INDEX + "/terms/" + pain + "?on=2026-03-02")
                .body("subterms.title", hasItems("abdominal", "joint"))
                .body("subterms.level", everyItem(is(1)))
                .body("term.hasSubterms", is(true));
    }

    @Test
    void aDashMeansThatMoreCharactersAreNeeded() {
        CODER.get(INDEX + "?q=pain, joint, knee&table=alphabetic&on=2026-03-02")
                .statusCode(200)
                .body("items[0].codes[0].code", equalTo("M25.56"))
                .body("items[0].codes[0].needsMoreCharacters", is(true))
                .body("items[0].codes[0].billable", is(false));
    }

    @Test
    void aCodeThatIsNotValidOnTheDaySaysSo() {
        CODER.get(INDEX + "?q=sarcoidosis&table=alphabetic&limit=1&on=2015-01-01")
                .statusCode(200)
                .body("items[0].codes[0].validOnDate", is(false))
                .body("items[0].codes[0].display", notNullValue());
    }

    @Test
    void theTablesSayWhatEachColumnIs() {
        CODER.get(INDEX + "?q=breast&table=neoplasms&limit=1&on=2026-03-02")
                .statusCode(200)
                .body("items[0].codes.column", hasItems("malignant primary", "benign"))
                .body("items[0].codes.find { it.column == 'benign' }.code", startsWith("D24"));
        CODER.get(INDEX + "?q=aspirin&table=drugs&limit=1&on=2026-03-02")
                .statusCode(200)
                .body("items[0].codes.find { it.column == 'adverse effect' }.code", equalTo("T39.015"))
                .body("items[0].codes.find { it.column == 'adverse effect' }.needsMoreCharacters", is(true));
        CODER.get(INDEX + "?q=fall ladder&table=external-causes&limit=5&on=2026-03-02")
                .statusCode(200)
                .body("items.codes.code.flatten()", hasItem("W11"));
    }

    @Test
    void wordsThatATermOnlyPointsToAreFoundUnderTheOtherTerm() {
        CODER.get(INDEX + "?q=lymph node axilla&table=neoplasms&on=2026-03-02")
                .statusCode(200)
                .body("items[0].path", containsString("gland, axilla"))
                .body("items[0].codes.find { it.column == 'malignant secondary' }.code", equalTo("C77.3"));
        CODER.get(INDEX + "?q=lymph node quibble&table=neoplasms").body("items", empty());
    }

    @Test
    void mainTermsAreLeafedThroughPageByPage() {
        var first = CODER.get(INDEX + "?table=alphabetic&limit=2")
                .statusCode(200)
                .body("items.title", contains("Aarskog's syndrome", "Abandonment"))
                .extract()
                .jsonPath();
        CODER.get(INDEX + "?table=alphabetic&limit=2&cursor=" + first.getString("nextCursor"))
                .statusCode(200)
                .body("items.title", contains("Abasia", "Abderhalden-Kaufmann-Lignac syndrome"));
        CODER.get(INDEX + "?table=neoplasms&limit=2").body("items", hasSize(1)).body("nextCursor", nullValue());
    }

    @Test
    void wrongParametersAreNamed() {
        CODER.get(INDEX).statusCode(400).body("errors[0].pointer", equalTo("?table"));
        CODER.get(INDEX + "?table=plants").statusCode(400).body("errors[0].pointer", equalTo("?table"));
        CODER.get(INDEX + "?table=drugs&cursor=abc").statusCode(400).body("errors[0].pointer", equalTo("?cursor"));
        CODER.get(INDEX + "/terms/1").statusCode(404).body("type", containsString("code-index-term-not-found"));
        CODER.get(INDEX + "?q=%25&table=drugs").statusCode(200).body("items", empty());
        Api.as(ORGANIZATION, "poster").get(INDEX + "?q=pain").statusCode(403);
    }

    @Test
    void aFileOfTheCdcIsRecognisedPreviewedLoadedAndChangesNothingTheSecondTime() {
        var file = """
                <?xml version="1.0" encoding="utf-8"?>
                <ICD10CM.index><version>2001</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title>
                <letter><title>Q</title>
                <mainTerm><title>Quibble<nemod>(minor)</nemod></title><code>R45.89</code>
                <term level="1"><title>with haste</title><see>Zeal, excessive</see></term></mainTerm></letter></ICD10CM.index>
                """;
        send(file, "preview=true")
                .statusCode(200)
                .body("kind", equalTo("icd-10-cm-index-xml"))
                .body("rows", is(2));
        CODER.get(INDEX + "?q=quibble&on=2000-10-01").body("items", empty());
        send(file, "preview=false")
                .statusCode(201)
                .body("release", equalTo("2001"))
                .body("changed", is(true));
        send(file, "preview=false").statusCode(200).body("changed", is(false));
        CODER.get(INDEX + "?q=quibble&on=2000-10-01")
                .body("items.path", hasItems("Quibble", "Quibble, with haste"))
                .body("items[0].modifiers", equalTo("(minor)"));
        CODER.get(INDEX + "?q=quibble&on=2026-03-02").body("items", empty());
        send(file.replace("R45.89", "R45.1"), "preview=false")
                .statusCode(409)
                .body("type", containsString("code-index-release-differs"));
        send(file.replace("</letter>", ""), "release=broken").statusCode(422);
        assertThat(CODER.get(INDEX + "?q=quibble&on=2000-10-01")
                        .extract()
                        .jsonPath()
                        .getList("items"))
                .hasSize(2);
    }

    @Test
    void aReleaseOfATableIsTakenBackRowForRowAndTheOneBeforeIsReadAgain() throws SQLException {
        var file = """
                <?xml version="1.0" encoding="utf-8"?>
                <ICD10CM.index><version>2031</version><title>ICD-10-CM TABLE of DRUGS and CHEMICALS</title>
                <indexHeading><head col="1">Substance</head></indexHeading>
                <letter><title>Q</title>
                <mainTerm><title>Quibblemycin</title><cell col="2">T36.8X1</cell><cell col="6">T36.8X5</cell></mainTerm></letter></ICD10CM.index>
                """;
        var onItsFirstDay = INDEX + "?q=quibblemycin&table=drugs&on=2030-10-01";
        try (var before = StateOfCodes.keep(postgres)) {
            send(file, "preview=true").statusCode(200).body("note", containsString("the table drugs of the index"));
            assertThat(before.differences()).isEmpty();
            send(file, "preview=false").statusCode(201).body("release", equalTo("2031"));
            CODER.get(onItsFirstDay).body("items.title", contains("Quibblemycin"));
            CODER.get(INDEX + "?q=aspirin&table=drugs&on=2030-10-01").body("items", empty());
            CODER.get(INDEX + "?q=aspirin&table=drugs&limit=1&on=2030-09-30").body("items", hasSize(1));
            CODER.get(INDEX + "/tables/drugs/releases").body("release", contains("2031", "2026"));
            LOADER.post(INDEX + "/tables/drugs/releases/2031/rollback", "")
                    .statusCode(200)
                    .body("terms", is(1))
                    .body("effectiveFrom", equalTo("2030-10-01"));
            assertThat(before.differences()).isEmpty();
        }
        CODER.get(onItsFirstDay).body("items", empty());
        CODER.get(INDEX + "?q=aspirin&table=drugs&limit=1&on=2030-10-01").body("items", hasSize(1));
        CODER.get(INDEX + "/tables/drugs/releases").body("release", contains("2026"));
    }

    @Test
    void onlyLoadersTakeBackAndOnlyWhatWasLoaded() {
        var drugs = INDEX + "/tables/drugs/releases";
        CODER.post(drugs + "/2026/rollback", "").statusCode(403);
        LOADER.post(drugs + "/2026/rollback", "")
                .statusCode(409)
                .body("type", containsString("code-index-release-ships"));
        LOADER.post(drugs + "/2031/rollback", "")
                .statusCode(404)
                .body("type", containsString("code-index-release-not-found"));
        LOADER.post(INDEX + "/tables/plants/releases/2026/rollback", "").statusCode(404);
        CODER.get(INDEX + "/tables/plants/releases").statusCode(404);
    }

    private static ValidatableResponse send(String file, String parameters) {
        return given().auth()
                .oauth2(TestTokens.system(ORGANIZATION, "code-release:load", "code:read"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .body(file.getBytes(UTF_8))
                .post("/api/v1/code-files?" + parameters)
                .then();
    }
}
