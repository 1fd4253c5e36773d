package org.superbill.coding.officialcodes;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.codefile.Packing;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestTokens;
import org.superbill.stack.LocalPostgres;

/** Each official file that makes codes: loaded exactly as published, twice, and taken back. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class EveryOfficialFileTest {
    private static final Api LOADER = Api.loader(UUID.randomUUID());
    private static final String POA_EXEMPT = "icd10/cdc_2026_poa_exempt.txt.gz";
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
            new Official("icd10/cms_2024_pr.zip", "icd-10-pcs-order-zip", 79_543, !SHIPS),
            new Official("icd10/cms_2025_pr.zip", "icd-10-pcs-order-zip", 79_856, !SHIPS),
            new Official("icd10/cms_2026_pr.zip", "icd-10-pcs-order-zip", 80_029, SHIPS),
            new Official("icd10/cdc_2026_conversion.xlsx", "icd-10-cm-conversion", 6_141, SHIPS),
            new Official("cms/hcpcs_level2_2024.csv.gz", "hcpcs-attributes", 8_033, SHIPS),
            new Official("cms/hcpcs_level2_descriptions_2024.csv.gz", "hcpcs-descriptions", 8_033, SHIPS),
            new Official("cms/hcpcs_modifiers.csv.gz", "hcpcs-modifiers", 383, SHIPS),
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

    /** Facts and the index, all of which ship. @param place under which the API has its editions */
    private record Shipped(String file, String kind, String query, String place) {
        static Shipped facts(String file, String kind) {
            return new Shipped(file, kind, "", "/api/v1/code-facts/" + kind);
        }

        static Shipped index(String file, String kind, String query, String table) {
            return new Shipped(file, kind, query, "/api/v1/code-index/tables/" + table + "/releases");
        }
    }

    private static final List<Shipped> FACTS_AND_INDEX = List.of(
            Shipped.facts("icd10/cdc_2021_tabular.xml.gz", "icd-10-cm-tabular"),
            Shipped.facts(POA_EXEMPT, "icd-10-cm-poa-exempt"),
            Shipped.facts("cms/mce_v41_1_fy2024.csv.gz", "medicare-code-editor-conflicts"),
            Shipped.facts("cms/mce_v37_fy2020_simple_edits.txt.gz", "medicare-code-editor-edits"),
            Shipped.index(
                    "icd10/cdc_2025_index.csv.gz",
                    "icd-10-cm-index-csv",
                    "release=2025-04&effectiveFrom=2025-04-01&",
                    "alphabetic"),
            Shipped.index("icd10/cdc_april_2026_eindex.xml.gz", "icd-10-cm-index-xml", "", "external-causes"),
            Shipped.index("icd10/cdc_april_2026_neoplasm.xml.gz", "icd-10-cm-index-xml", "", "neoplasms"),
            Shipped.index("icd10/cdc_april_2026_drug.xml.gz", "icd-10-cm-index-xml", "", "drugs"));

    private static final List<String> UNREAD = List.of(
            "cms/hcpcs_not_otherwise_classified_2024.csv.gz",
            "cms/msdrg_v41_1_cc_exclusion_groups.csv.gz",
            "cms/msdrg_v41_1_cc_exclusion_principals.csv.gz",
            "cms/msdrg_v41_1_cc_mcc.csv.gz",
            "cms/pfs_localities_2025.csv.gz",
            "cms/zip_locality_2025_october.csv.gz",
            "cms/pfs_anesthesia_cf_2025.csv.gz",
            "cms/pfs_opps_cap_2025_october.csv.gz",
            "codes/x12_code_numbers_2026.csv.gz");

    @Test
    void loadsWholeASecondTimeChangesNothingAndIsTakenBackRowForRow() throws IOException, SQLException {
        OfficialFiles.get("icd10/cms_2024_dx.zip");
        awaitAllThatShips();
        var loaded = new ArrayDeque<JsonPath>();
        var previewed = new HashSet<String>();
        try (var before = StateOfCodes.keep(postgres)) {
            for (var official : FILES) {
                var content = Files.readAllBytes(OfficialFiles.get(official.file()));
                if (previewed.add(official.kind())) {
                    LOADER.file(official.name(), content, query(official) + "preview=true")
                            .statusCode(200)
                            .body("rows", is(official.rows()))
                            .body("doubt", nullValue())
                            .body("changed", is(!official.ships()));
                }
                var started = System.nanoTime();
                var outcome = LOADER.file(official.name(), content, query(official))
                        .statusCode(official.ships() ? 200 : 201)
                        .body("kind", equalTo(official.kind()))
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
                            .body("added", is(0))
                            .body("deleted", is(0))
                            .body("changed", is(false));
                    loaded.push(outcome);
                }
            }
            lookAtWhatIsLoaded();
            takeBack(loaded);
            factsAndIndexChangeNothingAndANewerEditionIsTakenBack();
            refusesWhatNobodyReads();
            assertThat(before.differences()).isEmpty();
        }
    }

    private static void factsAndIndexChangeNothingAndANewerEditionIsTakenBack() throws IOException {
        for (var shipped : FACTS_AND_INDEX) {
            var content = Files.readAllBytes(OfficialFiles.get(shipped.file()));
            var name = shipped.file().substring(shipped.file().lastIndexOf('/') + 1);
            for (var preview : List.of("true", "false")) {
                LOADER.file(name, content, shipped.query() + "preview=" + preview)
                        .statusCode(200)
                        .body("kind", equalTo(shipped.kind()))
                        .body("changed", is(false));
            }
            anEditionOfItIsTakenBack(shipped, name, content);
        }
        List<String> exempt;
        try (var lines = Packing.openText(OfficialFiles.get(POA_EXEMPT))) {
            exempt = new BufferedReader(lines).lines().toList();
        }
        var newer = String.join("\n", exempt.subList(0, exempt.size() - 1)).getBytes(UTF_8);
        var query = "release=constructed&effectiveFrom=2026-10-01";
        var loaded = LOADER.file("newer", newer, query)
                .statusCode(201)
                .body("added", is(0))
                .body("deleted", is(1))
                .extract()
                .jsonPath();
        LOADER.file("newer", newer, query).statusCode(200).body("changed", is(false));
        LOADER.post(
                        "/api/v1/code-facts/%s/%s/rollback"
                                .formatted(loaded.getString("kind"), loaded.getString("release")),
                        "")
                .statusCode(200)
                .body("inUse", is(false));
    }

    /** What ships stays, so the same official file is loaded under a label of its own. */
    private static void anEditionOfItIsTakenBack(Shipped shipped, String name, byte[] content) {
        var query = "release=constructed&effectiveFrom=2026-10-01";
        LOADER.file(name, content, query).statusCode(201).body("changed", is(true));
        LOADER.file(name, content, query).statusCode(200).body("changed", is(false));
        LOADER.post(shipped.place() + "/constructed/rollback", "")
                .statusCode(200)
                .body("release", equalTo("constructed"));
        LOADER.post(shipped.place() + "/constructed/rollback", "").statusCode(404);
    }

    private static void refusesWhatNobodyReads() throws IOException {
        for (var file : UNREAD) {
            LOADER.file("file", Files.readAllBytes(OfficialFiles.get(file)), "release=x&effectiveFrom=2026-01-01")
                    .statusCode(422)
                    .body("type", equalTo("https://superbill.org/problems/code-file-unknown"))
                    .body("detail", startsWith("Superbill keeps no table of this file"));
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
        readsClusters();
        LOADER.get("/api/v1/codes/icd-10/A00/maps")
                .statusCode(200)
                .body("items[0].code", hasItem("1A00"))
                .body("source[0]", startsWith("World Health Organization"));
        LOADER.get("/api/v1/codes/icd-10/A00/maps?on=2020-01-21")
                .statusCode(200)
                .body("size()", is(0));
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

    private static void readsClusters() {
        cluster("1A03.0&XK9K/1A00")
                .statusCode(200)
                .body("valid", is(true))
                .body("codes.code", contains("1A03.0", "XK9K", "1A00"))
                .body("codes.extension", contains(false, true, false))
                .body("codes[2].display", equalTo("Cholera"))
                .body("source", startsWith("World Health Organization"));
        cluster("1A03.0&1A00/9Z99")
                .body("valid", is(false))
                .body("codes[0].fault", equalTo(null))
                .body("codes[1].fault", startsWith("& is followed by an extension code"))
                .body("codes[2].fault", equalTo("No loaded release has this code"));
        LOADER.get("/api/v1/codes/icd-11-mms/cluster").statusCode(400);
    }

    private static ValidatableResponse cluster(String cluster) {
        return given().auth()
                .oauth2(TestTokens.system(UUID.randomUUID(), "code:read"))
                .queryParam("code", cluster)
                .queryParam("on", "2026-03-02")
                .get("/api/v1/codes/icd-11-mms/cluster")
                .then();
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
