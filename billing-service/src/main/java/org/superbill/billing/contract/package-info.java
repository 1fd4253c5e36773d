/** What payers have agreed to allow: contracts with their dates, and the allowed amounts that are expected by them. */
@NullMarked
package org.superbill.billing.contract;

import org.jspecify.annotations.NullMarked;
