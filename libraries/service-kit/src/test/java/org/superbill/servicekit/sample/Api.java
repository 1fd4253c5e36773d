package org.superbill.servicekit.sample;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.superbill.servicekit.testing.TestTokens;

/** Requests to the sample as its users send them. */
public final class Api {

    public static final String NOTES = "/api/v1/notes";

    private Api() {}

    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /** As front-desk of a new organization, with a new key and a JSON body. */
    public static RequestSpecification write(String body) {
        return write(UUID.randomUUID(), body);
    }

    public static RequestSpecification write(UUID organization, String body) {
        return as(TestTokens.of(organization, "front-desk"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body);
    }
}
