/** The claim status response, 277 (005010X212): its loops, typed. */
@NullMarked
package org.superbill.x12.status.response;

import org.jspecify.annotations.NullMarked;
