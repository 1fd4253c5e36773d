package org.superbill.servicekit.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.FailureConfig;
import io.restassured.response.Response;
import io.restassured.specification.QueryableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import io.restassured.specification.SpecificationQuerier;

/**
 * Prints an answer that is not the expected one. What Quarkus would have REST Assured do (see the parent pom) writes down every answer in case it is a wrong one, which took a third of
 * the time of tests that call the API.
 */
public final class FailedAnswers implements QuarkusTestBeforeClassCallback {
    @Override
    public void beforeClass(Class<?> testClass) {
        RestAssured.config =
                RestAssured.config().failureConfig(FailureConfig.failureConfig().failureListeners(FailedAnswers::print));
    }

    private static void print(RequestSpecification request, ResponseSpecification expected, Response answer) {
        QueryableRequestSpecification asked = SpecificationQuerier.query(request);
        System.err.printf(
                "%s %s%n%s%n-> %s%n%s%n",
                asked.getMethod(), asked.getURI(), asked.<Object>getBody(), answer.statusLine(), answer.asString());
    }
}
