package org.superbill.servicekit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.ResponseBuilder;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainJsonTest {
    private static final String TEXT = """
            {"name": "x", "cents": 12345678901, "rate": 0.25, "none": null, "yes": true, "money": {"cents": 5},
             "items": [{"id": "a", "lines": [{"code": "1"}, {"code": "2"}]}, {"id": "b", "lines": [], "size": 3}, null],
             "empty": []}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "cents",
                "none",
                "yes",
                "money.cents",
                "missing",
                "missing.deeper",
                "missing[0]",
                "none.deeper",
                "items",
                "items[0].id",
                "items[7].id",
                "items[1].size",
                "items.id",
                "items.lines",
                "items.lines.code",
                "items.lines[0].code[1]",
                "items.size",
                "empty.id",
                "empty[0]",
                "items[-2].id",
                "items.find { it.id == 'b' }.size",
                "items.size()"
            })
    void answersAsRestAssuredDoes(String path) {
        var answer = new ResponseBuilder().setStatusCode(200).setBody(TEXT).build();
        assertThat(PlainJson.of(answer).<Object>get(path)).isEqualTo(new JsonPath(TEXT).get(path));
    }

    @Test
    void aFractionIsADouble() {
        var answer = new ResponseBuilder().setStatusCode(200).setBody(TEXT).build();
        assertThat(PlainJson.of(answer).<Object>get("rate")).isEqualTo(0.25);
    }
}
