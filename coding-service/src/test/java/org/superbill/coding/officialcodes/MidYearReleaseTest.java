package org.superbill.coding.officialcodes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.superbill.coding.Api;
import org.superbill.coding.codefile.Packing;
import org.superbill.events.CodeReleaseActivated;
import org.superbill.events.CodeReleaseRolledBack;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** A release of April, made of the real one of the fiscal year 2026: one code more, one in other words, one less. */
@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class MidYearReleaseTest {
    private static final Api LOADER = Api.loader(UUID.randomUUID());
    private static final String RELEASE = "/api/v1/code-systems/icd-10-cm/releases/2026-04";
    private static final String NEW_CODE = "Z2382";
    private static final String REVISED = "Z23";
    private static final String DELETED = "B880";

    LocalPostgres postgres; // set by ServiceStack

    @Test
    void changesItsOwnCodesFromItsFirstDayOnAndIsTakenBackRowForRow() throws IOException, SQLException {
        var april = april(OfficialFiles.get("icd10/cms_2026_dx.zip"));
        Api.awaitReady();
        try (var before = StateOfCodes.keep(postgres);
                var events = TestEvents.open()) {
            LOADER.file("april.zip", april, "preview=true")
                    .statusCode(200)
                    .body("release", equalTo("2026-04"))
                    .body("effectiveFrom", equalTo("2026-04-01"))
                    .body("releases[0].comparedWith", equalTo("2026"))
                    .body("releases[0].changes.added", contains("Z23.82"))
                    .body("releases[0].changes.revised", contains("Z23"))
                    .body("releases[0].changes.deleted", contains("B88.0"));
            assertThat(before.differences()).isEmpty();
            LOADER.file("april.zip", april, "").statusCode(201).body("releases[0].active", is(false));
            isAsBefore("2026-04-01");

            LOADER.post(RELEASE + "/activate", "").statusCode(200);
            events.await(
                    CodeReleaseActivated.class,
                    "icd-10-cm",
                    event -> event.release().equals("2026-04"));
            isAsBefore("2026-03-31");
            isApril("2026-04-01");
            changesAreListed();

            LOADER.post(RELEASE + "/rollback", "").statusCode(200).body("release", equalTo("2026-04"));
            events.await(
                    CodeReleaseRolledBack.class,
                    "icd-10-cm",
                    event -> event.release().equals("2026-04"));
            LOADER.post(RELEASE + "/rollback", "").statusCode(404);
            isAsBefore("2026-04-01");
            assertThat(before.differences()).isEmpty();
        }
    }

    private static void isAsBefore(String day) {
        LOADER.get("/api/v1/codes/icd-10-cm/{code}?on={day}", REVISED, day)
                .statusCode(200)
                .body("display", equalTo("Encounter for immunization"))
                .body("release", equalTo("2026"));
        LOADER.get("/api/v1/codes/icd-10-cm/{code}?on={day}", DELETED, day)
                .body("validOnDate", is(true))
                .body("invalidSince", equalTo(null));
        LOADER.get("/api/v1/codes/search?q={code}&system=icd-10-cm&on={day}", NEW_CODE, day)
                .body("items.findAll { it.validOnDate }", empty());
    }

    private static void isApril(String day) {
        LOADER.get("/api/v1/codes/icd-10-cm/{code}?on={day}", REVISED, day)
                .body("display", equalTo("Encounter for a shot"))
                .body("release", equalTo("2026-04"));
        LOADER.get("/api/v1/codes/icd-10-cm/{code}?on={day}", DELETED, day)
                .body("validOnDate", is(false))
                .body("invalidSince", equalTo("2026-04-01"))
                .body("replacedBy.code", hasItem("B88.01"));
        LOADER.get("/api/v1/codes/icd-10-cm/{code}?on={day}", NEW_CODE, day)
                .body("validOnDate", is(true))
                .body("validFrom", equalTo("2026-04-01"));
        LOADER.get("/api/v1/codes/search?q={code}&system=icd-10-cm&on={day}", NEW_CODE, day)
                .body("items[0].code", equalTo("Z23.82"));
        LOADER.get("/api/v1/codes/hcpcs/G0008?on={day}", day).body("release", equalTo("2024"));
    }

    private static void changesAreListed() {
        LOADER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026-04")
                .statusCode(200)
                .body("comparedWith", equalTo("2026"))
                .body("added", is(1))
                .body("revised", is(1))
                .body("deleted", is(1))
                .body("items.code", contains("B88.0", "Z23", "Z23.82"))
                .body("items.change", contains("deleted", "revised", "added"))
                .body("items[1].before.display", equalTo("Encounter for immunization"))
                .body("items[1].after.display", equalTo("Encounter for a shot"));
        LOADER.get("/api/v1/code-systems/icd-10-cm/changes?release=2026-04&prefix=Z2&change=added")
                .body("added", is(1))
                .body("revised", is(1))
                .body("deleted", is(0))
                .body("items.code", contains("Z23.82"));
    }

    private static byte[] april(Path official) throws IOException {
        var lines = new ArrayList<String>();
        try (var order =
                Packing.openEntry(official, "icd10cm_order_2026.txt"::equals).orElseThrow()) {
            for (var line : new String(order.readAllBytes(), UTF_8).lines().toList()) {
                var code = line.substring(6, 14).strip();
                if (code.equals(REVISED)) {
                    lines.add(line.replace("Encounter for immunization", "Encounter for a shot      "));
                    lines.add("%5s %-7s %s %-60s %s"
                            .formatted(
                                    line.substring(0, 5),
                                    NEW_CODE,
                                    1,
                                    "Encounter for an invented shot",
                                    "Encounter for an invented shot"));
                } else if (!code.equals(DELETED)) {
                    lines.add(line);
                }
            }
        }
        return zip("icd10cm-order-April-2026.txt", lines);
    }

    private static byte[] zip(String name, List<String> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write((String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
