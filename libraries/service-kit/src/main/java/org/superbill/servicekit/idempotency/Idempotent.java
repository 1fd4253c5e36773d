package org.superbill.servicekit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource class or method: each POST, PUT, PATCH and DELETE needs an {@code Idempotency-Key}, runs in one transaction
 * (use cases with {@code @Transactional} join it), and its answer is stored in that transaction, encrypted, for 24 hours. GET
 * passes through untouched.
 *
 * <p>The same key for the same organization, subject, method and path: the first answer again with
 * {@code Idempotency-Replayed: true}; with another body or query 422; while the first still runs 409 with {@code Retry-After}.
 * A request that ends in an exception stores nothing. Methods return {@code RestResponse<T>}, {@code T} or nothing, and answer
 * in JSON.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {
    /**
     * The method is in no transaction, for it makes its own, and would hold two connections of the pool while it does; only its answer
     * is stored in one, after it. For what has no effect the second time by itself: two requests with one key may both run it, and one
     * is answered 409.
     */
    @Nonbinding
    boolean apart() default false;

    /** Whether the answer is kept. False for one that holds a secret and changes nothing: the same request again is done anew. */
    @Nonbinding
    boolean kept() default true;
}
