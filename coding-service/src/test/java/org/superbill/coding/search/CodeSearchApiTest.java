package org.superbill.coding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.tenancy.Tenancy;
import org.superbill.servicekit.testing.ServiceStack;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeSearchApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Api CODER = Api.as(ORGANIZATION, "coder");
    private static final String SEARCH = "/api/v1/codes/search?on=2026-03-02&system=icd-10-cm&";

    @Inject
    CodeUse use;

    @Inject
    Tenancy tenancy;

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @Test
    void aLayWordIsFoundThroughTheIndexAndTheAnswerSaysSo() {
        CODER.get(SEARCH + "q=boeck's disease")
                .statusCode(200)
                .body("items[0].code", startsWith("D86"))
                .body("items[0].foundBy.name", containsString("Boeck"))
                .body("items[0].foundBy.highlighted", containsString("<em>Boeck's</em>"))
                .body("didYouMean", nullValue());
    }

    @Test
    void whatMatchesIsMarked() {
        CODER.get(SEARCH + "q=R knee pain")
                .statusCode(200)
                .body("items[0].code", equalTo("M25.561"))
                .body("items[0].highlighted", containsString("<em>right</em> <em>knee</em>"))
                .body("items[0].laterality", equalTo("right"))
                .body("items[0].chapter", equalTo("13"));
    }

    @Test
    void aMisspeltWordIsPutRightAndTheAnswerSaysHow() {
        CODER.get(SEARCH + "q=apendicitis")
                .statusCode(200)
                .body("didYouMean", equalTo("appendicitis"))
                .body("items.code", hasItem("K37"));
    }

    @Test
    void filtersNarrowWhatIsFound() {
        CODER.get(SEARCH + "q=knee pain&laterality=left")
                .statusCode(200)
                .body("items.laterality", everyItem(equalTo("left")))
                .body("items.code", hasItem("M25.562"));
        CODER.get(SEARCH + "q=knee&chapter=19&limit=50")
                .statusCode(200)
                .body("items.chapter", everyItem(equalTo("19")));
        for (var one : new String[] {"6", "06"}) { // as codes and the tree have it, and as the search's answers
            CODER.get(SEARCH + "system=icd-10-cm&q=pain&chapter=" + one)
                    .statusCode(200)
                    .body("items.chapter", everyItem(equalTo("06")))
                    .body("items.code", hasItem("G89.4"));
        }
        CODER.get(SEARCH + "q=diabetes&billable=false").statusCode(200).body("items.billable", everyItem(is(false)));
        CODER.get(SEARCH + "q=infarction&under=I63,I20-I22&limit=50")
                .statusCode(200)
                .body("items.code", everyItem(startsWith("I")))
                .body("items.code", hasItems("I21.9", "I63.9"));
        CODER.get(SEARCH + "q=pain&specialty=ophthalmology")
                .statusCode(200)
                .body("items.code", everyItem(startsWith("H")));
    }

    @Test
    void aBodySystemIsFoundInEverySystemThatHasItAndOthersAreNamed() {
        CODER.get("/api/v1/codes/search?on=2026-03-02&q=lens&system=icd-10-pcs&specialty=body:eye&limit=50")
                .statusCode(200)
                .body("items.code", hasItem(startsWith("08")))
                .body("items.code", everyItem(startsWith("08")))
                .body("warnings", not(hasItem(containsString("specialty"))));
        CODER.get("/api/v1/codes/search?on=2026-03-02&q=lens&system=hcpcs,cpt-modifier&specialty=body:eye")
                .statusCode(200)
                .body("items.code", hasItem(startsWith("V2")))
                .body(
                        "warnings",
                        hasItem(equalTo("The specialty has no codes of cpt-modifier: nothing of them is found")));
    }

    @Test
    void whoSearchesAllSystemsIsNotToldWhichOfThemTheSpecialtyDoesNotKnow() {
        CODER.get("/api/v1/codes/search?on=2026-03-02&q=lens&specialty=body:eye&limit=100")
                .statusCode(200)
                .body("items.system", hasItems("icd-10-cm", "hcpcs"))
                .body("warnings", not(hasItem(containsString("specialty"))));
    }

    @Test
    void aSystemThatIsNamedManyTimesIsSearchedOnce() {
        var once = CODER.get(SEARCH + "q=fracture femur&facets=true&limit=100")
                .extract()
                .jsonPath();
        var often = CODER.get("/api/v1/codes/search?on=2026-03-02&q=fracture femur&facets=true&limit=100&system="
                        + "icd-10-cm,".repeat(300))
                .extract()
                .jsonPath();
        assertThat(often.getMap("facets")).isEqualTo(once.getMap("facets"));
        assertThat(often.getList("items.code")).doesNotHaveDuplicates().isEqualTo(once.getList("items.code"));
    }

    @Test
    void facetsCountAllThatWasFoundAndEachIsAFilter() {
        var facets = CODER.get(SEARCH + "q=fracture femur&facets=true&limit=1")
                .statusCode(200)
                .body("items.size()", is(1))
                .body("facets.systems.find { it.value == 'icd-10-cm' }.codes", greaterThan(100))
                .body("facets.lateralities.find { it.value == 'left' }.codes", greaterThan(10))
                .body("facets.billable", greaterThan(100))
                .extract()
                .jsonPath();
        var chapter13 = facets.getInt("facets.chapters.find { it.value == '13' }.codes");
        CODER.get(SEARCH + "q=fracture femur&facets=true&limit=1&chapter=13")
                .body("facets.systems[0].codes", is(chapter13));
        CODER.get(SEARCH + "q=fracture femur").body("facets", nullValue());
    }

    @Test
    void aCodeThatHasOnlyLongerChildrenIsFoundWithThem() {
        CODER.get(SEARCH + "q=S67.01").statusCode(200).body("items.code", hasItems("S67.01XA", "S67.01XD"));
        CODER.get(SEARCH + "q=S67.01A").statusCode(200).body("items[0].code", equalTo("S67.01XA"));
    }

    @Test
    void aCodeOfAnotherDayComesOnlyByItsNumberAndFlagged() {
        CODER.get("/api/v1/codes/search?on=2025-03-02&system=icd-10-cm&q=E11.A")
                .statusCode(200)
                .body("items[0].code", equalTo("E11.A"))
                .body("items[0].validOnDate", is(false));
        CODER.get("/api/v1/codes/search?on=2025-03-02&system=icd-10-cm&limit=100&q=diabetes remission")
                .body("items.validOnDate", everyItem(is(true)))
                .body("items.code", not(hasItem("E11.A")));
    }

    @Test
    void whatAnOrganizationFinalizesOftenComesEarlierForItAndForNobodyElse() {
        var own = UUID.randomUUID();
        var rare = "M25.532";
        var query = SEARCH + "q=pain in left&under=M25&limit=100";
        var before = place(CODER, query, rare);
        tenancy.as(own, () -> use.finalized(Collections.nCopies(200, rare), List.of("99213", "j3420")));
        assertThat(place(Api.as(own, "coder"), query, rare)).isLessThan(before);
        assertThat(place(Api.as(UUID.randomUUID(), "coder"), query, rare)).isEqualTo(before);
    }

    private static int place(Api api, String query, String code) {
        var codes = api.get(query).statusCode(200).extract().jsonPath().getList("items.code", String.class);
        assertThat(codes).contains(code);
        return codes.indexOf(code);
    }

    @Test
    void wrongParametersAreNamed() {
        refused("q=a&system=icd-12", "?system");
        refused("q=a&laterality=upside-down", "?laterality");
        refused("q=a&chapter=23", "?chapter");
        refused("q=a&chapter=06,nervous", "?chapter");
        refused("q=a&under=!", "?under");
        refused("q=a&specialty=astrology", "?specialty");
        refused("q=a&on=yesterday", "?on");
        refused("q=a&billable=perhaps", "?billable");
        CODER.get("/api/v1/codes/search?q=").statusCode(400);
        CODER.get("/api/v1/codes/search?q=a&limit=1000").statusCode(400);
    }

    private static void refused(String parameters, String pointer) {
        CODER.get("/api/v1/codes/search?" + parameters)
                .statusCode(400)
                .body("type", notNullValue())
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void whoMayNotReadCodesIsRefused() {
        Api.as(ORGANIZATION, "poster").get(SEARCH + "q=flu").statusCode(403);
    }

    @Test
    void nonsenseFindsNothing() {
        CODER.get(SEARCH + "q=qqxxzzjjkkww").statusCode(200).body("items", empty());
        CODER.get(SEARCH + "q=of the").statusCode(200).body("items", empty());
    }
}
