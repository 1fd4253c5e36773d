package org.superbill.coding.officialcodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.coding.Api;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.stack.LocalPostgres;

/** Files in the form of official ones, with contents of our own. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class OwnFilesTest {
    private static final Api LOADER = Api.loader(UUID.randomUUID());
    private static final String ATTRIBUTES = """
            "hcpcs_code","price","cov","xref","date_term","date_added"
            "A0001","00","I","A0002, 12345","2025-12-31","2001-01-01"
            "A0002","00","C",,,"2026-01-01"
            """;
    private static final String DESCRIPTIONS = """
            "hcpcs_code","hcpcs_desc_type","hcpcs_description"
            "A0001","Long","An invented  ride
            to the moon"
            "A0001","Short","Ride"
            "A0002","Long","An invented ride back"
            "A0002","Short","Ride back"
            """;

    LocalPostgres postgres; // set by ServiceStack

    @BeforeEach
    void ready() {
        Api.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoFilesOfHcpcsMakeOneReleaseInEitherOrder(boolean attributesFirst) {
        var label = attributesFirst ? "two-1" : "two-2";
        var query = "release=" + label + "&effectiveFrom=2030-01-01";
        var first = attributesFirst ? ATTRIBUTES : DESCRIPTIONS;
        var second = attributesFirst ? DESCRIPTIONS : ATTRIBUTES;
        send(first, query).statusCode(201).body("releases", empty()).body("note", containsString("two files"));
        send(first, query).statusCode(200).body("changed", is(false));
        LOADER.post("/api/v1/code-systems/hcpcs/releases/%s/activate".formatted(label), "")
                .statusCode(404);
        send(second, query + "&preview=true").statusCode(200).body("releases[0].codes", is(2));
        send(second, query)
                .statusCode(201)
                .body("releases[0].codes", is(2))
                .body("releases[0].comparedWith", equalTo("2024"));
        send(first, query).statusCode(200).body("changed", is(false));
        send(second, query).statusCode(200).body("changed", is(false));
        send(first.replace("A0002", "A0003"), query).statusCode(409);

        LOADER.post("/api/v1/code-systems/hcpcs/releases/%s/activate".formatted(label), "")
                .statusCode(200);
        LOADER.get("/api/v1/codes/hcpcs/A0001?on=2030-01-01")
                .statusCode(200)
                .body("display", equalTo("Ride"))
                .body("longDescription", equalTo("An invented ride to the moon"))
                .body("validOnDate", is(false))
                .body("invalidSince", equalTo("2026-01-01"))
                .body("replacedBy.code", contains("A0002", "12345"))
                .body("attributes.coverage", equalTo("I"));
        LOADER.post("/api/v1/code-systems/hcpcs/releases/%s/rollback".formatted(label), "")
                .statusCode(200);
    }

    @Test
    void aHalfThatWaitsIsTakenBackAsIfItHadNeverBeenSent() throws SQLException {
        var query = "release=half&effectiveFrom=2030-01-01";
        var takeBack = "/api/v1/code-files/waiting/hcpcs/half/rollback";
        try (var before = StateOfCodes.keep(postgres)) {
            send(ATTRIBUTES, query).statusCode(201);
            LOADER.get("/api/v1/code-files/waiting")
                    .statusCode(200)
                    .body("release", contains("half"))
                    .body("part", contains("attributes"));
            Api.as(UUID.randomUUID(), "coder").post(takeBack, "").statusCode(403);
            LOADER.post(takeBack, "").statusCode(200).body("effectiveFrom", contains("2030-01-01"));
            assertThat(before.differences()).isEmpty();
        }
        LOADER.post(takeBack, "").statusCode(404).body("type", containsString("code-release-not-found"));
        send(DESCRIPTIONS, query).statusCode(201).body("releases", empty()); // the other half is not there any more
        LOADER.post(takeBack, "").statusCode(200);
    }

    @Test
    void theQuarterlyFileOfHcpcsMakesAReleaseOfCodesAndOneOfModifiers() throws IOException {
        var lines =
                quarterly("A0001", 3, "An invented ride to a very far", "Ride", "A0002", "I", "20010101", "20311231")
                        + quarterly("A0001", 4, "place, and back", "", "", "", "", "")
                        + quarterly("A0002", 3, "An invented stay", "Stay", "", "C", "20320101", "")
                        + quarterly("   X9", 7, "An invented modifier", "", "", "", "20320101", "");
        LOADER.file("hcpcs.zip", zip(Map.of("HCPC2032_APR_ANWEB_v2.txt", lines, "layout.txt", "x")), "")
                .statusCode(201)
                .body("kind", equalTo("hcpcs-quarterly"))
                .body("release", equalTo("2032-04"))
                .body("effectiveFrom", equalTo("2032-04-01"))
                .body("releases.system", contains("hcpcs", "hcpcs-modifier"));
        LOADER.file("file", lines.getBytes(UTF_8), "release=2032-04&effectiveFrom=2032-04-01")
                .statusCode(200)
                .body("changed", is(false));
        LOADER.post("/api/v1/code-systems/hcpcs/releases/2032-04/activate", "").statusCode(200);
        LOADER.get("/api/v1/codes/hcpcs/A0001?on=2032-04-01")
                .body("display", equalTo("Ride"))
                .body("longDescription", equalTo("An invented ride to a very far place, and back"))
                .body("invalidSince", equalTo("2032-01-01"))
                .body("replacedBy.code", contains("A0002"));
        for (var system : new String[] {"hcpcs", "hcpcs-modifier"}) {
            LOADER.post("/api/v1/code-systems/" + system + "/releases/2032-04/rollback", "")
                    .statusCode(200);
        }
    }

    /** A line of CMS's record layout. */
    private static String quarterly(
            String code,
            int kind,
            String text,
            String display,
            String other,
            String coverage,
            String added,
            String ended) {
        var line = "%-5s%05d%d%-80s%-28s%85s%-25s%-1s%38s%-8s%8s%-8sN"
                .formatted(code, kind * 100, kind, text, display, "", other, coverage, "", added, "", ended);
        return "%-320s\n".formatted(line);
    }

    @Test
    void cptIsLoadedFromTheAmasTextFilesByItsLicenceHolder() throws IOException {
        var terms = "Invented terms of use\nof two lines\n\n";
        var files = Map.of(
                "LONGULT.txt",
                        terms
                                + "1911F\tAn invented visit, with all its words\n1912F\tAnother invented visit\n1913F\tA third\n",
                "SHORTU.txt", terms + "1911F\tINVENTED VISIT\n1912F\tOTHER VISIT\n1913F\tTHIRD\n");
        LOADER.file("cpt-2031.zip", zip(files), "")
                .statusCode(201)
                .body("kind", equalTo("cpt-descriptors"))
                .body("releases[0].system", equalTo("cpt"))
                .body("release", equalTo("2031"))
                .body("effectiveFrom", equalTo("2031-01-01"))
                .body("rows", is(3));
        LOADER.post("/api/v1/code-systems/cpt/releases/2031/activate", "").statusCode(200);
        LOADER.get("/api/v1/codes/cpt/1911F?on=2031-01-01")
                .body("display", equalTo("INVENTED VISIT"))
                .body("longDescription", equalTo("An invented visit, with all its words"))
                .body("licence", containsString("American Medical Association"));
        LOADER.post("/api/v1/code-systems/cpt/releases/2031/rollback", "").statusCode(200);
        send(files.get("LONGULT.txt"), "release=long-only&effectiveFrom=2031-01-01&preview=true")
                .statusCode(200)
                .body("kind", equalTo("cpt-descriptors"));
        send(files.get("LONGULT.txt") + "no code here\n", "release=long-only&effectiveFrom=2031-01-01")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lines/7"));
    }

    @Test
    void modifiersOfCptAreLoadedWithItsDescriptorsOrAlone() throws IOException {
        var modifiers = """
                Invented terms of use, with 22 words

                Appendix A

                Modifiers

                What a heading says

                22 Invented Name: what it says
                over two lines

                25 Other Name: another

                Anesthesia Physical Status

                Physical Status modifier P1: Well
                Physical Status modifier P2: Less well

                CPT Level I Modifiers

                25 Other Name: in a hospital

                27 Third Name: of a hospital

                Category II Modifiers

                1P Left out: for a reason

                Level II (HCPCS/National) Modifiers

                E1 Invented lid
                """;
        var files = Map.of("SHORTU.txt", "1911F\tINVENTED VISIT\n", "MODUL.txt", modifiers);
        LOADER.file("cpt-2033.zip", zip(files), "")
                .statusCode(201)
                .body("releases.system", contains("cpt", "cpt-modifier"))
                .body("releases.codes", contains(1, 6));
        LOADER.post("/api/v1/code-systems/cpt-modifier/releases/2033/activate", "")
                .statusCode(200);
        LOADER.get("/api/v1/codes/cpt-modifier/22?on=2033-01-01")
                .body("display", equalTo("Invented Name"))
                .body("longDescription", equalTo("Invented Name: what it says over two lines"));
        LOADER.get("/api/v1/codes/cpt-modifier/25?on=2033-01-01")
                .body("longDescription", equalTo("Other Name: another"));
        LOADER.get("/api/v1/codes/cpt-modifier/P2?on=2033-01-01").body("display", equalTo("Less well"));
        for (var system : new String[] {"cpt", "cpt-modifier"}) {
            LOADER.post("/api/v1/code-systems/" + system + "/releases/2033/rollback", "")
                    .statusCode(200);
        }
        send(modifiers, "release=alone&effectiveFrom=2033-01-01&preview=true")
                .statusCode(200)
                .body("kind", equalTo("cpt-modifiers"))
                .body("rows", is(6));
    }

    @Test
    void aTextInAnotherEncodingIsReadWhereItsPublisherWritesItAndRefusedElsewhere() {
        var windows = Charset.forName("windows-1252");
        var line = quarterly("A0001", 3, "An invented ride \u2013 caf\u00e9", "Ride", "", "I", "20010101", "");
        LOADER.file("file", line.getBytes(windows), "release=2034-04&effectiveFrom=2034-04-01")
                .statusCode(201)
                .body("kind", equalTo("hcpcs-quarterly"));
        LOADER.post("/api/v1/code-systems/hcpcs/releases/2034-04/activate", "").statusCode(200);
        LOADER.get("/api/v1/codes/hcpcs/A0001?on=2034-04-01")
                .body("longDescription", equalTo("An invented ride \u2013 caf\u00e9"));
        LOADER.post("/api/v1/code-systems/hcpcs/releases/2034-04/rollback", "").statusCode(200);

        var table = "mod_code,mod_category,mod_description\nX9,invented,caf\u00e9\n";
        LOADER.file("file", table.getBytes(windows), "release=wrong&effectiveFrom=2034-01-01")
                .statusCode(422)
                .body("type", equalTo("https://superbill.org/problems/code-file-unreadable"));
        LOADER.file("file", ("\uFEFF" + table).getBytes(UTF_8), "release=marked&effectiveFrom=2034-01-01&preview=true")
                .statusCode(200)
                .body("rows", is(1));
    }

    @Test
    void aMapIsReadAsOfADay() {
        for (var year : new String[] {"2031", "2033"}) {
            var map = "Linearization (release) URI\ticd11Code\ticd11Title\ticd10Code\ticd10Title\tRelation\t%s-Jan-01\n"
                            .formatted(year)
                    + "http://example.org/1\t9Z99\tInvented\tZ%s\tInvented\tEquivalent\n".formatted(year.substring(2));
            send(map, "").statusCode(201).body("release", equalTo(year + "-01-01"));
        }
        var maps = "/api/v1/codes/icd-11-mms/9Z99/maps?on=";
        LOADER.get(maps + "2030-12-31").statusCode(200).body("", empty());
        LOADER.get(maps + "2031-01-01").body("items.code.flatten()", contains("Z31"));
        LOADER.get(maps + "2032-12-31").body("items.code.flatten()", contains("Z31"));
        LOADER.get(maps + "2033-01-01").body("items.code.flatten()", contains("Z33"));
        LOADER.get(maps + "tomorrow").statusCode(400);
        for (var year : new String[] {"2031", "2033"}) {
            LOADER.post("/api/v1/code-tables/icd-11-mms-to-icd-10/%s-01-01/rollback".formatted(year), "")
                    .statusCode(200);
        }
    }

    @Test
    void whatShipsIsNotTakenBack() {
        LOADER.post("/api/v1/code-systems/icd-10-cm/releases/2026/rollback", "")
                .statusCode(409)
                .body("type", equalTo("https://superbill.org/problems/code-release-ships"));
        LOADER.post("/api/v1/code-tables/icd-10-cm-conversion/2026/rollback", "")
                .statusCode(409);
        LOADER.post("/api/v1/code-tables/icd-10-cm-conversion/1999/rollback", "")
                .statusCode(404);
        Api.as(UUID.randomUUID(), "coder")
                .post("/api/v1/code-systems/cpt/releases/sandbox/rollback", "")
                .statusCode(403);
    }

    private static ValidatableResponse send(String content, String query) {
        return LOADER.file("file", content.getBytes(UTF_8), query);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
