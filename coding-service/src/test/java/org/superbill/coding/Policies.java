package org.superbill.coding;

import static org.hamcrest.Matchers.notNullValue;

import java.util.function.UnaryOperator;

/** Changes an organization's coding policy: from what is in force to what a test needs. */
public final class Policies {
    private static final String PATH = "/api/v1/coding-policy";

    private Policies() {}

    public static void set(Api admin, UnaryOperator<String> change) {
        var inForce =
                admin.get(PATH).statusCode(200).body("policy", notNullValue()).extract();
        var text = inForce.asString();
        var beginning = text.substring(text.indexOf("{\"dutiesApart\""));
        var policy = beginning.substring(0, end(beginning));
        admin.put(PATH, change.apply(policy), inForce.header("ETag")).statusCode(200);
    }

    /** Behind the brace that closes the first one. */
    private static int end(String json) {
        var depth = 0;
        for (var i = 0; i < json.length(); i++) {
            depth += json.charAt(i) == '{' ? 1 : json.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new AssertionError("The policy does not end");
    }
}
