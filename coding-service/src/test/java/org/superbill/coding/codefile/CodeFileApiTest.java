package org.superbill.coding.codefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coding.Api;
import org.superbill.events.CodeReleaseRolledBack;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.servicekit.testing.TestTokens;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class CodeFileApiTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Api LOADER = Api.loader(ORGANIZATION);
    private static final String PLACES = """
            "pos_code","pos_type","pos_name","pos_description"
            "11","Non-Facility","Invented office","Where people are seen"
            "13","Unassigned","Unassigned",""
            """;

    @Test
    void aFileIsRecognisedByItsContentAndLoadedOnce() throws IOException {
        LOADER.file("anything", bytes(PLACES), "release=own-1&effectiveFrom=2026-01-01&preview=true")
                .statusCode(200)
                .body("kind", equalTo("place-of-service"))
                .body("added", is(2))
                .body("releases[0].changes.added", contains("11", "13"));
        LOADER.get("/api/v1/code-systems/place-of-service/releases").body("size()", is(0));
        LOADER.file("anything", gzip(bytes(PLACES)), "release=own-1&effectiveFrom=2026-01-01")
                .statusCode(201)
                .body("changed", is(true));
        LOADER.file("anything", bytes(PLACES), "release=own-1&effectiveFrom=2026-01-01")
                .statusCode(200)
                .body("changed", is(false));
        LOADER.file("anything", bytes(PLACES.replace("office", "clinic")), "release=own-1&effectiveFrom=2026-01-01")
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/code-release-differs"));
        LOADER.post("/api/v1/code-systems/place-of-service/releases/own-1/activate", "")
                .statusCode(200);
        LOADER.get("/api/v1/codes/place-of-service/13?on=2026-03-02").body("billable", is(false));
        LOADER.post("/api/v1/code-systems/place-of-service/releases/own-1/rollback", "")
                .statusCode(200);
        LOADER.get("/api/v1/codes/place-of-service/11?on=2026-03-02").statusCode(404);
    }

    /** What the platform's own loader takes back is told without an organization, as what it activates is. */
    @Test
    void aLoaderOfNoOrganizationTakesBackWhatIsInForce() {
        var platform = Api.as(TestTokens.systemOfNone("code-release:load", "code:read"));
        platform.file("anything", bytes(PLACES), "release=own-2&effectiveFrom=2026-02-01")
                .statusCode(201);
        platform.post("/api/v1/code-systems/place-of-service/releases/own-2/activate", "")
                .statusCode(200);
        platform.post("/api/v1/code-systems/place-of-service/releases/own-2/rollback", "")
                .statusCode(200)
                .body("release", equalTo("own-2"));
        try (var events = TestEvents.open()) {
            events.await(
                    CodeReleaseRolledBack.class,
                    "place-of-service",
                    told -> told.release().equals("own-2"));
        }
    }

    @Test
    void theYearInTheNameIsTheReleaseWhereTheContentDoesNotSayIt() {
        LOADER.file("place_of_service_2024.csv", bytes(PLACES), "preview=true")
                .statusCode(200)
                .body("release", equalTo("2024"))
                .body("effectiveFrom", equalTo("2024-01-01"));
        LOADER.file("places.csv", bytes(PLACES), "preview=true")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-release-needed"))
                .body("errors.pointer", contains("?release", "?effectiveFrom"));
    }

    @Test
    void everyBadRowIsNamedAndNothingIsLoaded() {
        var bad = PLACES + "\"111\",\"Facility\",\"x\",\"y\"\n\"11\",\"Facility\",\"again\",\"y\"\n";
        LOADER.file("places", bytes(bad), "release=bad&effectiveFrom=2026-01-01")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-invalid"))
                .body("errors.pointer", contains("/lines/4/code", "/lines/5/code"))
                .body("errors.code", contains("not-a-code", "twice"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"column1\",\"column2\",\"deletion_date\",\"modifier_indicator\",\"rationale\"\n",
                "\"hcpcs_code\",\"mue_units\",\"mue_mai\",\"mue_rationale\"\n",
                "\"primary_code\",\"add_on_code\",\"aoc_edit_type\"\n",
                "\"hcpcs_code\",\"mod\",\"rvu_work\",\"rvu_non_pe\"\n",
                "\"mac\",\"state\",\"locality\",\"locality_name\",\"gpci_work\"\n"
            })
    void whatIsBillingsIsSentThere(String header) {
        LOADER.file("file.csv", bytes(header), "")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-not-here"))
                .body("detail", containsString("billing-service"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "hcpcs","long_description","add_date","term_date" | narrative
            "icd_code","cc_mcc","pdx_group"                    | cancels as CC
            "pdx_group","pdx_icd"                              | cancel a CC
            "icd_code","dx_type"                               | which diagnoses are CC
            mac,locality,state,area,counties                   | Superbill keeps no table
            state,zip,mac,locality,rural                       | Superbill keeps no table
            mac,locality,name,conversion_factor                | Superbill keeps no table
            hcpcs,mod,status,mac,locality,facility_price       | Superbill keeps no table
            list,code                                          | without their texts
            """, quoteCharacter = '\'')
    void whatNoServiceReadsIsRefusedWithTheReason(String header, String reason) {
        LOADER.file("file.csv", bytes(header + "\n"), "release=2024&effectiveFrom=2024-01-01")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-unknown"))
                .body("detail", containsString(reason));
    }

    @Test
    void aFileThatWouldDeleteMoreThanATenthOfWhatIsInForceIsInDoubt() throws IOException {
        var line =
                "00001 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae         Cholera due to Vibrio cholerae 01, biovar cholerae\n";
        var cut = zip(1, "icd10cm_order_2027.txt", bytes(line));
        LOADER.file("cut.zip", cut, "preview=true")
                .statusCode(200)
                .body("rows", is(1))
                .body("doubt", containsString(" of icd-10-cm would be deleted"));
    }

    @Test
    void ofTwoOrderFilesInAZipOneIsNamed() throws IOException {
        var two = zip(2, "icd10cm_order_203%d.txt", bytes("not an order line\n"));
        LOADER.file("two.zip", two, "preview=true")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-release-needed"))
                .body("detail", containsString("icd10cm_order_2030.txt, icd10cm_order_2031.txt"));
        LOADER.file("two.zip", two, "preview=true&release=2031")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-invalid"));
    }

    @Test
    void whatIsNoOfficialFileIsRefusedWithTheKindsThatAre() {
        LOADER.file("letter.txt", bytes("Dear Sir or Madam"), "")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-unknown"))
                .body("detail", containsString("icd-10-cm-order-zip"));
        LOADER.file("nothing", new byte[0], "").statusCode(422);
        LOADER.get("/api/v1/code-files").statusCode(200).body("", hasItem("carc-rarc"));
    }

    @Test
    void whatIsMadeToDoHarmIsRefused() throws IOException {
        var zeroes = gzip(new byte[64 << 20]);
        refusesToUnpack(zeroes);
        refusesToUnpack(Arrays.copyOf(zeroes, zeroes.length / 2));
        refusesToUnpack(zip(600, "entry-%d.txt", new byte[1]));
        refusesToUnpack(zip(1, "../../etc/entry-%d.txt", new byte[1]));
        refusesToUnpack(zip(1, "icd10cm_order_202%d.txt", new byte[64 << 20]));
        refusesToUnpack(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    }

    private static void refusesToUnpack(byte[] content) {
        LOADER.file("file", content, "")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-unreadable"));
    }

    @Test
    void onlyALoaderLoads() {
        for (var role : new String[] {"coder", "admin", "biller"}) {
            Api.as(ORGANIZATION, role)
                    .file("places", bytes(PLACES), "release=no&effectiveFrom=2026-01-01")
                    .statusCode(403);
        }
        Api.as(TestTokens.systemOfNone("code-release:load"))
                .file("places", bytes(PLACES), "release=no&effectiveFrom=2026-01-01&preview=true")
                .statusCode(200);
    }

    @Test
    void aParameterThatIsNoneIsNamed() {
        LOADER.file("places", bytes(PLACES), "release=a/b&effectiveFrom=2026-01-01")
                .statusCode(400);
        LOADER.file("places", bytes(PLACES), "release=a&effectiveFrom=tomorrow")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?effectiveFrom"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(int entries, String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(name.formatted(i)));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
