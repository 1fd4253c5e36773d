package org.superbill.servicekit.idempotency;

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
public @interface Idempotent {}
