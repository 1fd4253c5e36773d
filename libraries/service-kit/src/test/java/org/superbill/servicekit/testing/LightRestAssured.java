package org.superbill.servicekit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.FailureConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.QueryableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;
import org.jspecify.annotations.Nullable;

/**
 * Tests ask the API tens of thousands of times. An answer is printed if it is a wrong one: what Quarkus would have REST Assured do (see the parent pom) writes down each in case it is, in a
 * third of such a test's time. And a client does not look into the class path for its version anew at each call.
 */
@SuppressWarnings("deprecation") // the client that REST Assured takes
public final class LightRestAssured implements QuarkusTestBeforeClassCallback {
    /** Characters of an answer: while something is awaited, many are wrong. */
    private static final int MOST = 2_000;

    private static final HttpParams PARAMETERS = new DefaultHttpClient().getParams();

    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.config = RestAssured.config()
                .failureConfig(FailureConfig.failureConfig().failureListeners(LightRestAssured::print))
                .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(LightRestAssured::client));
    }

    private static HttpClient client() {
        return new DefaultHttpClient(PARAMETERS.copy());
    }

    /** @param request null where the answer was not asked for by the specification that judges it */
    private static void print(@Nullable RequestSpecification request, ResponseSpecification expected, Response answer) {
        if (request instanceof QueryableRequestSpecification asked) {
            System.err.println(asked.getMethod() + " " + asked.getURI());
        }
        var body = answer.asString();
        System.err.println(answer.statusLine() + "\n" + body.substring(0, Math.min(body.length(), MOST)));
    }
}
