package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12File;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** A sender at an account of its own: what it leaves, and what it finds. */
final class Desk {
    private final String account = UUID.randomUUID().toString();

    /** One transaction set in an envelope, written by the sender on a day. @param segments between ST and SE, one a line */
    void leave(String group, String version, String set, String writtenOn, String segments) {
        var body = segments.strip().replace("\n", "~\n") + "~";
        var file = """
                ISA*00*          *00*          *ZZ*RFM001         *ZZ*66666          *%s*1200*^*00501*000000001*0*T*:~
                GS*%s*RFM001*66666*%s*1200*1*X*%s~
                ST*%s*0001*%s~
                %s
                SE*%d*0001~
                GE*1*1~
                IEA*1*000000001~
                """.formatted(
                        writtenOn.substring(2),
                        group,
                        writtenOn,
                        version,
                        set,
                        version,
                        body,
                        body.lines().count() + 2);
        leave(file);
    }

    void leave(String x12) {
        given().contentType("application/edi-x12")
                .body(x12.getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(202);
    }

    List<String> kinds() {
        return given().get("/mailboxes/{account}/files", account).jsonPath().getList("files.kind");
    }

    /** The newest of a kind, in which the guide and its rules find nothing wrong. */
    Transaction newest(String kind) {
        List<String> files = given().get("/mailboxes/{account}/files", account)
                .jsonPath()
                .getList("files.findAll { it.kind == '" + kind + "' }.id");
        var bytes = given().get("/mailboxes/{account}/files/{id}", account, files.get(files.size() - 1))
                .asByteArray();
        try {
            var wrong = new ArrayList<X12Error>();
            Checker.upTo(SnipLevel.SITUATION).check(new ByteArrayInputStream(bytes), wrong::add);
            assertThat(wrong).as(new String(bytes, StandardCharsets.US_ASCII)).isEmpty();
            return X12File.read(new ByteArrayInputStream(bytes)).transactions().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One day after the other, each with its payments. */
    static void pass(int days) {
        for (var day = 0; day < days; day++) {
            given().contentType("application/json")
                    .body("{\"advanceDays\": 1}")
                    .post("/clock")
                    .then()
                    .statusCode(200);
        }
    }
}
