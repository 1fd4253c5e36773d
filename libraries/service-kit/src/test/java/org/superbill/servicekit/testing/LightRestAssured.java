package org.superbill.servicekit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.FailureConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.QueryableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import io.restassured.specification.SpecificationQuerier;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;

/**
 * Tests ask the API tens of thousands of times. An answer is printed if it is a wrong one: what Quarkus would have REST Assured do (see the parent pom) writes down each in case it is, in a
 * third of such a test's time. And a client does not look into the class path for its version anew at each call.
 */
@SuppressWarnings("deprecation") // the client that REST Assured takes
public final class LightRestAssured implements QuarkusTestBeforeClassCallback {
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

    private static void print(RequestSpecification request, ResponseSpecification expected, Response answer) {
        QueryableRequestSpecification asked = SpecificationQuerier.query(request);
        System.err.printf(
                "%s %s%n%s%n-> %s%n%s%n",
                asked.getMethod(), asked.getURI(), asked.<Object>getBody(), answer.statusLine(), answer.asString());
    }
}
