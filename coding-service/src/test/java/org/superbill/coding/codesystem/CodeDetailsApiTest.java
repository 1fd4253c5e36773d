package org.superbill.coding.codesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.testing.ServiceStack;

/** What is answered of single codes and of their place, over the code sets that ship. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeDetailsApiTest {
    private static final Api CODER = Api.as(UUID.randomUUID(), "coder");
    private static final String CM = "/api/v1/codes/icd-10-cm/";
    private static final String TREE = "/api/v1/code-systems/icd-10-cm/tree?on=2026-03-02";

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void aDiagnosisKnowsItsChapterItsBlockAndItsCategory() {
        CODER.get(CM + "S67.01XA?on=2026-03-02")
                .statusCode(200)
                .body("chapter.code", equalTo("19"))
                .body("block.code", equalTo("S60-S69"))
                .body("category.code", equalTo("S67"))
                .body("parent", equalTo("S67.01"))
                .body("seventhCharacter", is(false))
                .body("source", startsWith("CMS"));
        CODER.get(CM + "S67.01?on=2026-03-02").body("header", is(true)).body("seventhCharacter", is(true));
        CODER.get(CM + "S67.01/children?on=2026-03-02")
                .statusCode(200)
                .body("items.code", contains("S67.01XA", "S67.01XD", "S67.01XS"))
                .body("items.billable", everyItem(is(true)));
    }

    @Test
    void aCodeThatWasSplitSaysWhatTookItsPlaceAndANewOneWhatItWas() {
        CODER.get(CM + "B88.0?on=2025-09-30").body("billable", is(true)).body("replacedBy", nullValue());
        CODER.get(CM + "B88.0?on=2025-10-01")
                .body("billable", is(false))
                .body("replacedBy.code", containsInAnyOrder("B88.01", "B88.09"))
                .body("replacedBy.effectiveOn", everyItem(equalTo("2025-10-01")));
        CODER.get(CM + "B88.01?on=2026-03-02")
                .body("replaces.code", contains("B88.0"))
                .body("replacedBy", nullValue());
        CODER.get(CM + "C56.3?on=2026-03-02")
                .body("replaces.code", contains("C56.1", "C56.2"))
                .body("replaces.note", everyItem(equalTo("C56.1 and C56.2")));
    }

    @Test
    void theTreeIsWalkedFromTheChapterToTheCode() {
        CODER.get(TREE).statusCode(200).body("items.size()", is(22)).body("items[9].id", equalTo("chapter:10"));
        CODER.get(TREE + "&under=chapter:2").body("items.id", hasItem("block:C00-C96"));
        CODER.get(TREE + "&under=block:C43-C44").body("items.code", contains("C43", "C4A", "C44"));
        CODER.get(TREE + "&under=block:J00-J06").body("items.code", hasItems("J00", "J06"));
        CODER.get(TREE + "&under=category:J06")
                .body("items.code", contains("J06.0", "J06.9"))
                .body("items.hasChildren", everyItem(is(false)));
        CODER.get(TREE + "&under=block:Q99-Q00").statusCode(404);
        CODER.get(TREE + "&under=category:Q9X9").statusCode(404);
        CODER.get("/api/v1/code-systems/icd-9/tree").statusCode(404);
    }

    @Test
    void aFlatSystemIsPagedThrough() {
        var first = CODER.get("/api/v1/code-systems/cpt-modifier/tree?limit=20")
                .body("items.size()", is(20))
                .body("items[3].code", equalTo("25"))
                .extract()
                .jsonPath()
                .getString("nextCursor");
        CODER.get("/api/v1/code-systems/cpt-modifier/tree?limit=200&cursor=" + first)
                .body("items.size()", is(29))
                .body("items.code", not(hasItem("25")))
                .body("nextCursor", nullValue());
        CODER.get("/api/v1/code-systems/cpt-modifier/tree?cursor=nonsense").statusCode(400);
    }

    @Test
    void aProcedureOfPcsStandsInASectionABodySystemAndATable() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> CODER.get("/api/v1/codes/icd-10-pcs/0016070?on=2026-03-02")
                                .extract()
                                .statusCode()
                        == 200);
        CODER.get("/api/v1/codes/icd-10-pcs/0016070?on=2026-03-02")
                .body("chapter.display", equalTo("Medical and Surgical"))
                .body("block.display", equalTo("Central Nervous System and Cranial Nerves"))
                .body("category.display", equalTo("Central Nervous System and Cranial Nerves, Bypass"))
                .body("billable", is(true));
        CODER.get("/api/v1/code-systems/icd-10-pcs/tree?on=2026-03-02").body("items.size()", is(17));
        CODER.get("/api/v1/code-systems/icd-10-pcs/tree?on=2026-03-02&under=section:X")
                .body("items.find { it.code == 'XW' }.display", equalTo("Anatomical Regions"));
        CODER.get("/api/v1/code-systems/icd-10-pcs/tree?on=2026-03-02&under=body-system:00")
                .body("items[0].code", equalTo("001"))
                .body("items[0].kind", equalTo("table"));
        CODER.get("/api/v1/codes/icd-10-pcs/001/children?on=2026-03-02&limit=2")
                .body("items.size()", is(2))
                .body("items[0].code", equalTo("0016070"));
    }

    @Test
    void theChangesOfAYearAreCountedAndPaged() {
        var page = CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026&limit=200")
                .statusCode(200)
                .body("comparedWith", equalTo("2025"))
                .extract()
                .jsonPath();
        var all = page.getInt("added") + page.getInt("revised") + page.getInt("deleted");
        var seen = page.getList("items").size();
        var cursor = page.getString("nextCursor");
        while (cursor != null) {
            page = CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026&limit=200&cursor=" + cursor)
                    .extract()
                    .jsonPath();
            seen += page.getList("items").size();
            cursor = page.getString("nextCursor");
        }
        assertThat(seen).isEqualTo(all).isGreaterThan(600);
        CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026&prefix=B88&prefix=c50.a")
                .body("items.code", hasItems("B88.0", "B88.01", "C50.A0"))
                .body("items.find { it.code == 'B88.0' }.replacedBy", containsInAnyOrder("B88.01", "B88.09"));
        CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=2025").body("comparedWith", nullValue());
        CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=1999").statusCode(404);
        CODER.get("/api/v1/code-systems/icd-10-cm/changes").statusCode(400);
        CODER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026&change=lost")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?change"));
    }

    @Test
    void whatChangesForASpecialtyIsOneCall() {
        var path = "/api/v1/code-systems/icd-10-cm/changes?release=2026&limit=200&specialty=";
        var ofSkin = CODER.get(path + "dermatology").statusCode(200).extract().jsonPath();
        assertThat(ofSkin.<String>getList("items.code"))
                .contains("B88.0", "B88.01")
                .allMatch(code -> new Specialties()
                        .of("dermatology").orElseThrow().stream()
                                .anyMatch(range -> range.has(CodeSystem.ICD_10_CM, code.replace(".", ""))))
                .hasSize(ofSkin.getInt("added") + ofSkin.getInt("revised") + ofSkin.getInt("deleted"));
        CODER.get(path + "dental").body("added", is(0)).body("items", empty());
        CODER.get(path + "magic").statusCode(400).body("errors[0].pointer", equalTo("?specialty"));
        CODER.get(path + "dental&prefix=B88").statusCode(400).body("errors[0].code", equalTo("too-many"));
    }

    @Test
    void aReleaseIsFetchedAsOneFileWhoseHashIsTheReleases() {
        for (var system : List.of("hcpcs", "icd-10-cm")) {
            var release = CODER
                    .get("/api/v1/code-systems/" + system + "/releases")
                    .extract()
                    .jsonPath()
                    .<Map<String, Object>>getList("")
                    .stream()
                    .filter(one -> String.valueOf(one.get("source")).startsWith("CMS"))
                    .findFirst()
                    .orElseThrow();
            var file = CODER.get("/api/v1/code-systems/%s/releases/%s/file".formatted(system, release.get("release")))
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(Sha256.hex(file)).isEqualTo(release.get("sha256"));
        }
        CODER.get("/api/v1/code-systems/hcpcs/releases/1999/file").statusCode(404);
    }

    @Test
    void aModifierIsExplainedByNumber() {
        CODER.get("/api/v1/codes/cpt-modifier/25?on=2019-03-02")
                .statusCode(200)
                .body("validOnDate", is(true))
                .body("source", equalTo("Superbill, in its own words"));
    }
}
