package org.superbill.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code superbill codes} against a gateway that says what the real one says. */
class CodesCommandTest {
    private static final String OUTCOME = """
            {"kind":"icd-10-cm-order-zip","release":"2027","effectiveFrom":"2026-10-01","rows":98600,"added":2,"revised":1,"deleted":0,"changed":true,
             "releases":[{"system":"icd-10-cm","release":"2027","effectiveFrom":"2026-10-01","codes":98600,"comparedWith":"2026","added":2,"revised":1,"deleted":0,
             "changed":true,"active":false,"changes":{"added":["A05.1","A05.2"],"revised":["B88.0"],"deleted":[]}}]}""";
    private static final String REFUSED = """
            {"type":"https://superbill.org/problems/code-file-not-here","title":"This official file is not for coding-service","status":422,
             "detail":"This is medically unlikely edits: billing-service takes it, coding-service does not"}""";
    private static final String TABLE_OUTCOME = """
            {"rows":14677,"changed":true,"releases":[{"table":"mue-practitioner","release":"2024q3","effectiveFrom":"2024-07-01","part":"whole","rows":14677,
             "complete":%s,"added":14677,"revised":0,"deleted":0,"changed":true,"active":false}]}""";
    private static final String TABLE_REFUSED = """
            {"type":"https://superbill.org/problems/edit-table-file-unknown","title":"This is none of the files that edits are made of","status":422}""";
    private static final String NO_SYSTEM = """
            {"type":"https://superbill.org/problems/code-system-not-found","title":"There is no such code system","status":404}""";
    private static final String NO_RELEASE = """
            {"type":"https://superbill.org/problems/code-release-not-found","title":"The code system has no release with this label","status":404}""";
    private static final Map<String, String> LISTS = Map.of(
            "/api/v1/code-index/tables", "[{\"table\":\"drugs\",\"release\":\"2026\"}]",
            "/api/v1/code-facts", "[{\"kind\":\"icd-10-cm-poa-exempt\",\"release\":\"2026\"}]",
            "/api/v1/code-tables", "[{\"kind\":\"icd-10-cm-conversion\",\"release\":\"2026\"}]");
    private static final String RELEASE =
            "{\"system\":\"icd-10-cm\",\"release\":\"2027\",\"effectiveFrom\":\"2026-10-01\"}";

    @TempDir
    Path folder;

    private final List<String> calls = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer gateway;
    private Path order;

    @BeforeEach
    void start() throws IOException {
        order = Files.writeString(folder.resolve("cms_2027_dx.zip"), "zip");
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                var path = exchange.getRequestURI().toString();
                calls.add(exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders()
                                .getOrDefault("Content-Disposition", List.of("-"))
                                .get(0));
                var answer = answer(path, body);
                exchange.sendResponseHeaders(answer.contains("problems") ? 422 : 200, answer.getBytes(UTF_8).length);
                exchange.getResponseBody().write(answer.getBytes(UTF_8));
            }
        });
        gateway.start();
    }

    private static String answer(String path, String body) {
        if (path.contains("edit-tables?")) {
            if (body.equals("fewer")) {
                return TABLE_OUTCOME
                        .formatted(true)
                        .replace("\"added\":14677", "\"added\":0")
                        .replace("\"deleted\":0", "\"deleted\":1631");
            }
            return body.equals("letter") ? TABLE_REFUSED : TABLE_OUTCOME.formatted(!body.contains("part"));
        }
        if (path.contains("/waiting/")) {
            return path.contains("/cpt/") ? NO_RELEASE : "[]";
        }
        if (path.contains("code-files")) {
            if (body.equals("cut")) {
                return OUTCOME.replace(
                        "\"changed\":true,\n",
                        "\"changed\":true,\"doubt\":\"48,186 of 98,186 of icd-10-cm would be deleted: is the file whole?\",\n");
            }
            return body.equals("zip") ? OUTCOME : REFUSED;
        }
        if (path.contains("/releases/absent/")) {
            return NO_RELEASE;
        }
        var list = LISTS.get(path);
        if (list != null) {
            return list;
        }
        return path.matches(".*code-systems/(mue|drugs|icd-10-cm-conversion|icd-10-cm-poa-exempt).*")
                ? NO_SYSTEM
                : RELEASE;
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void aFileIsPreviewedLoadedAndActivated() {
        run("load", order.toString(), "--activate");
        assertThat(calls)
                .containsExactly(
                        "POST /api/v1/code-files?preview=true attachment; filename=\"cms_2027_dx.zip\"",
                        "POST /api/v1/code-files?preview=false attachment; filename=\"cms_2027_dx.zip\"",
                        "POST /api/v1/code-systems/icd-10-cm/releases/2027/activate -");
        assertThat(said())
                .contains("icd-10-cm-order-zip, 98,600 rows")
                .contains("icd-10-cm 2027 from 2026-10-01, 98,600 codes against 2026: 2 added, 1 revised, 0 deleted")
                .contains("added    A05.1 A05.2")
                .contains("icd-10-cm 2027 from 2026-10-01 is in force");
    }

    @Test
    void whatMayBeCutOffIsActivatedOnlyWhereItsDeletionsAreAccepted() throws IOException {
        var cut = Files.writeString(folder.resolve("cut.zip"), "cut").toString();
        run("load", "--preview", cut);
        assertThat(said()).contains("in doubt: 48,186 of 98,186 of icd-10-cm would be deleted: is the file whole?");
        assertThatThrownBy(() -> run("load", cut, "--activate")).isInstanceOf(StackException.class);
        assertThat(said()).contains("Nothing was loaded");
        assertThat(calls).hasSize(2).allMatch(call -> call.contains("preview=true"));
        run("load", cut, "--activate", "--accept-deletions");
        assertThat(calls.get(calls.size() - 1)).contains("/releases/2027/activate");
    }

    @Test
    void aTableForEditsThatMayBeCutOffIsNotActivatedEither() throws IOException {
        var cut = Files.writeString(folder.resolve("ncci_mue.csv"), "fewer").toString();
        assertThatThrownBy(() -> run("load", cut, "--activate")).isInstanceOf(StackException.class);
        assertThat(said()).contains("in doubt").contains("Nothing was loaded");
        assertThat(calls).noneMatch(call -> call.contains("preview=false") || call.contains("/activate"));
    }

    @Test
    void aPreviewLoadsNothing() {
        run("load", "--preview", "--release", "mine", "--from", "2026-10-01", order.toString());
        assertThat(calls).singleElement().asString().contains("preview=true&release=mine&effectiveFrom=2026-10-01");
        assertThat(said()).doesNotContain("loaded in");
    }

    @Test
    void withoutActivationItSaysHowToActivate() {
        run("load", order.toString());
        assertThat(said()).contains("./superbill codes activate icd-10-cm 2027");
        run("activate", "icd-10-cm", "2027");
        run("rollback", "icd-10-cm", "2027");
        assertThat(calls.subList(2, 4))
                .containsExactly(
                        "POST /api/v1/code-systems/icd-10-cm/releases/2027/activate -",
                        "POST /api/v1/code-systems/icd-10-cm/releases/2027/rollback -");
    }

    @Test
    void aTableForEditsGoesToBilling() throws IOException {
        var edits = Files.writeString(folder.resolve("ncci_mue.csv"), "edits");
        run("load", edits.toString(), "--activate");
        assertThat(calls)
                .containsExactly(
                        "POST /api/v1/code-files?preview=true attachment; filename=\"ncci_mue.csv\"",
                        "POST /api/v1/edit-tables?preview=true attachment; filename=\"ncci_mue.csv\"",
                        "POST /api/v1/edit-tables?preview=false attachment; filename=\"ncci_mue.csv\"",
                        "POST /api/v1/edit-tables/mue-practitioner/releases/2024q3/activate -");
        assertThat(said()).contains("mue-practitioner 2024q3 from 2024-07-01, whole, 14,677 rows: 14,677 added");
    }

    @Test
    void aReleaseOfWhichPartsAreMissingIsNotActivated() throws IOException {
        var part = Files.writeString(folder.resolve("ccipra-v302r0-f1.txt"), "a part");
        run("load", part.toString(), "--activate");
        assertThat(calls).noneMatch(call -> call.contains("activate"));
        assertThat(said()).contains("other parts of it are missing");
    }

    @Test
    void aTableForEditsIsActivatedAndTakenBackByItsName() {
        run("activate", "mue-practitioner", "2024q3");
        run("rollback", "mue-practitioner", "2024q3");
        assertThat(calls)
                .contains(
                        "POST /api/v1/edit-tables/mue-practitioner/releases/2024q3/activate -",
                        "POST /api/v1/edit-tables/mue-practitioner/releases/2024q3/rollback -");
    }

    @Test
    void whatMakesNoCodeSystemIsTakenBackByItsName() {
        run("rollback", "drugs", "2027");
        run("rollback", "icd-10-cm-poa-exempt", "2027");
        run("rollback", "icd-10-cm-conversion", "2027");
        assertThat(calls)
                .contains(
                        "POST /api/v1/code-index/tables/drugs/releases/2027/rollback -",
                        "POST /api/v1/code-facts/icd-10-cm-poa-exempt/2027/rollback -",
                        "POST /api/v1/code-tables/icd-10-cm-conversion/2027/rollback -")
                .noneMatch(call -> call.contains("edit-tables"));
        assertThat(said()).contains("drugs 2027 is taken back");
    }

    @Test
    void aHalfThatWaitsIsTakenBackAndWhatIsNotThereIsRefused() {
        run("rollback", "hcpcs", "absent");
        assertThat(calls).contains("POST /api/v1/code-files/waiting/hcpcs/absent/rollback -");
        assertThatThrownBy(() -> run("rollback", "cpt", "absent"))
                .isInstanceOf(GatewayClient.Refused.class)
                .hasMessageContaining("/code-systems/cpt/releases/absent/rollback");
    }

    @Test
    void aFileThatIsRefusedIsTheOnlyOneNotLoaded() throws IOException {
        var letter = Files.writeString(folder.resolve("letter.txt"), "letter");
        assertThatThrownBy(() -> run("load", letter.toString(), order.toString()))
                .isInstanceOf(StackException.class)
                .hasMessage("1 of 2 files were not loaded: letter.txt");
        assertThat(said())
                .contains(
                        "letter.txt: This official file is not for coding-service: This is medically unlikely edits: billing-service takes it")
                .contains("loaded in");
    }

    @Test
    void aTableOfOnesOwnIsLoadedAsBefore() throws IOException {
        var own = Files.writeString(folder.resolve("own.csv"), "code,display,billable\n");
        run("load", "cpt", "own", "2026-01-01", own.toString());
        assertThat(calls)
                .containsExactly(
                        "POST /api/v1/code-systems/cpt/releases?release=own&effectiveFrom=2026-01-01 -",
                        "POST /api/v1/code-systems/cpt/releases/own/activate -");
    }

    @Test
    void whatIsNotMeantIsWrongUse() {
        for (var wrong : List.of(
                List.of("load"), List.of("load", "--fast", "x"), List.of("activate", "cpt"), List.of("dance"))) {
            assertThatThrownBy(() -> run(wrong.toArray(String[]::new))).isInstanceOf(CodesCommand.WrongUse.class);
        }
        assertThat(calls).isEmpty();
    }

    private void run(String... arguments) {
        var client = new CodeReleaseClient(
                new GatewayClient("http://127.0.0.1:" + gateway.getAddress().getPort()), "token");
        new CodesCommand(client, new PrintStream(said, true, UTF_8)).run(new ArrayDeque<>(List.of(arguments)));
    }

    private String said() {
        return said.toString(UTF_8);
    }
}
