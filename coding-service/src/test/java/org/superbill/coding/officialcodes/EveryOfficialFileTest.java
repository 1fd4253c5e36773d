package org.superbill.coding.officialcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.LocalPostgres;

/** Each official file that makes codes: loaded exactly as published, twice, and taken back. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class EveryOfficialFileTest {
    private static final Api LOADER = Api.loader(UUID.randomUUID());
    /** Ships, so that the official file changes nothing. */
    private static final boolean SHIPS = true;

    LocalPostgres postgres; // set by ServiceStack

    private record Official(String file, String kind, int rows, boolean ships) {
        String name() {
            return file.substring(file.lastIndexOf('/') + 1);
        }
    }

    private static final List<Official> FILES = List.of(
            new Official("icd10/cms_2024_dx.zip", "icd-10-cm-order-zip", 97_296, !SHIPS),
            new Official("icd10/cms_2025_dx.zip", "icd-10-cm-order-zip", 97_584, SHIPS),
            new Official("icd10/cms_2026_dx.zip", "icd-10-cm-order-zip", 98_186, SHIPS),
            new Official("icd10/cdc_april_2025_dx.zip", "icd-10-cm-order-zip", 97_584, !SHIPS),
            new Official("icd10/cms_2025_pr.zip", "icd-10-pcs-order-zip", 79_856, !SHIPS),
            new Official("icd10/cms_2026_pr.zip", "icd-10-pcs-order-zip", 80_029, SHIPS),
            new Official("icd10/cdc_2026_conversion.xlsx", "icd-10-cm-conversion", 6_141, SHIPS),
            new Official("cms/hcpcs_level2_2024.csv.gz", "hcpcs-attributes", 8_033, SHIPS),
            new Official("cms/hcpcs_level2_descriptions_2024.csv.gz", "hcpcs-descriptions", 8_033, SHIPS),
            new Official("cms/hcpcs_modifiers.csv.gz", "hcpcs-modifiers", 383, !SHIPS),
            new Official("cms/carc_rarc.csv.gz", "carc-rarc", 1_581, !SHIPS),
            new Official(
                    "icd11/SimpleTabulation-ICD-11-MMS-en_2025-01.tsv.gz",
                    "icd-11-mms-simple-tabulation",
                    36_782,
                    !SHIPS),
            new Official("icd11/10To11MapToOneCategory.txt.gz", "icd-10-to-icd-11-mms", 12_483, !SHIPS),
            new Official("icd11/10To11MapToMultipleCategories.txt.gz", "icd-10-to-several-icd-11-mms", 15_287, !SHIPS),
            new Official("icd11/11To10MapToOneCategory.txt.gz", "icd-11-mms-to-icd-10", 17_731, !SHIPS),
            new Official("codes/place_of_service_2024.csv.gz", "place-of-service", 99, !SHIPS),
            new Official("codes/cms_claim_value_lists_2026.csv.gz", "cms-claim-value-lists", 3_657, !SHIPS),
            new Official("codes/claim_status_2011.csv.gz", "claim-status-list", 749, !SHIPS),
            new Official("codes/claim_status_category_2011.csv.gz", "claim-status-category-list", 47, !SHIPS),
            new Official("codes/service_type_2011.csv.gz", "service-type-list", 184, !SHIPS),
            new Official("codes/provider_taxonomy_2011.csv.gz", "provider-taxonomy", 823, !SHIPS),
            new Official("cms/msdrg_v41_1.csv.gz", "ms-drg-list", 766, !SHIPS));

    @Test
    void loadsWholeASecondTimeChangesNothingAndIsTakenBackRowForRow() throws IOException, SQLException {
        OfficialFiles.get("icd10/cms_2024_dx.zip");
        awaitAllThatShips();
        var loaded = new ArrayDeque<JsonPath>();
        try (var before = StateOfCodes.keep(postgres)) {
            for (var official : FILES) {
                var content = Files.readAllBytes(OfficialFiles.get(official.file()));
                LOADER.file(official.name(), content, query(official) + "preview=true")
                        .statusCode(200)
                        .body("kind", equalTo(official.kind()))
                        .body("rows", is(official.rows()))
                        .body("changed", is(!official.ships()));
                var started = System.nanoTime();
                var outcome = LOADER.file(official.name(), content, query(official))
                        .statusCode(official.ships() ? 200 : 201)
                        .body("rows", is(official.rows()))
                        .body("changed", is(!official.ships()))
                        .extract()
                        .jsonPath();
                if (Boolean.getBoolean("superbill.measure")) {
                    System.out.printf("%s: %.1f s%n", official.name(), (System.nanoTime() - started) / 1e9);
                }
                if (!official.ships()) { // what ships was there before: the load above was its second one
                    LOADER.file(official.name(), content, query(official))
                            .statusCode(200)
                            .body("changed", is(false));
                    loaded.push(outcome);
                }
            }
            lookAtWhatIsLoaded();
            takeBack(loaded);
            assertThat(before.differences()).isEmpty();
        }
    }

    /** The modifiers do not say which release they are. */
    private static String query(Official official) {
        return official.file().equals("cms/hcpcs_modifiers.csv.gz") ? "release=2024&effectiveFrom=2024-01-01&" : "";
    }

    private static void lookAtWhatIsLoaded() {
        for (var small : List.of("carc", "rarc", "claim-adjustment-group", "icd-11-mms")) {
            var release = LOADER.get("/api/v1/code-systems/" + small + "/releases")
                    .extract()
                    .jsonPath()
                    .getString("release[0]");
            LOADER.post("/api/v1/code-systems/%s/releases/%s/activate".formatted(small, release), "")
                    .statusCode(200);
        }
        LOADER.get("/api/v1/codes/icd-11-mms/1A03.0?on=2026-03-02")
                .statusCode(200)
                .body("display", equalTo("Enteropathogenic Escherichia coli infection"))
                .body("chapter.code", equalTo("CHAPTER-01"))
                .body("block.code", equalTo("BLOCKL2-1A0"))
                .body("category.code", equalTo("1A03"))
                .body("parent", equalTo("1A03"))
                .body("source", startsWith("World Health Organization"));
        LOADER.get("/api/v1/codes/icd-11-mms/1A03/children?on=2026-03-02").body("items.code", hasItem("1A03.Z"));
        LOADER.get("/api/v1/code-systems/icd-11-mms/tree?on=2026-03-02")
                .body("items.kind.unique()", contains("chapter"))
                .body("items.size()", is(28));
        LOADER.get("/api/v1/codes/icd-10/A00/maps")
                .statusCode(200)
                .body("items[0].code", hasItem("1A00"))
                .body("source[0]", startsWith("World Health Organization"));
        LOADER.get("/api/v1/codes/icd-11-mms/1A00/maps").body("items[0].code", hasItem("A00"));
        // CARC 15 ended on a day of its own; on days before the list was published its codes are known too
        LOADER.get("/api/v1/codes/carc/45?on=2010-01-01")
                .statusCode(200)
                .body("validOnDate", is(true))
                .body("explanation.meaning", startsWith("The part of the charge"));
        LOADER.get("/api/v1/codes/carc/15?on=2026-03-02")
                .body("validOnDate", is(false))
                .body("explanation", equalTo(null));
        Explanations80.allExist(LOADER);
    }

    private static void takeBack(Deque<JsonPath> loaded) {
        for (var outcome : loaded) {
            List<Map<String, Object>> releases = outcome.getList("releases");
            for (var release : releases) {
                LOADER.post(
                                "/api/v1/code-systems/%s/releases/%s/rollback"
                                        .formatted(release.get("system"), release.get("release")),
                                "")
                        .statusCode(200);
                LOADER.get("/api/v1/code-systems/%s/releases".formatted(release.get("system")))
                        .statusCode(200)
                        .body("release", not(hasItem(release.get("release"))));
            }
            if (releases.isEmpty()) {
                LOADER.post(
                                "/api/v1/code-tables/%s/%s/rollback"
                                        .formatted(outcome.getString("kind"), outcome.getString("release")),
                                "")
                        .statusCode(200);
            }
        }
    }

    private static void awaitAllThatShips() {
        Api.awaitReady();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> LOADER.get("/api/v1/code-systems/icd-10-pcs/releases")
                                .extract()
                                .jsonPath()
                                .getList("")
                                .size()
                        == 1);
    }
}
