package org.superbill.servicekit.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Puts the stored answer in the place of the method's own. */
@Provider
public class AnswerFilter implements ContainerResponseFilter {

    private final Answer answer;

    AnswerFilter(Answer answer) {
        this.answer = answer;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            answer.applyTo(response);
        }
    }
}
