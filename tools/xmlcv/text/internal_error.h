#pragma once

#include <string>

#include "machine/failure.h"
#include "text/location.h"

namespace xmlcv {

// An error of this program at a place of its input: a part of the CV that would be lost.
class InternalError : public Failure {
 public:
  InternalError(Location location, const std::string& message)
      : Failure(ExitStatus::machine_failed, message,
                "this is an error of xmlcv, not of the file; please report it"),
        location_(location) {}

  Location location() const { return location_; }

 private:
  Location location_;
};

}  // namespace xmlcv
