#!/usr/bin/env bash
# The host's part of a refresh: what `deno task propose` made is pushed, becomes a pull request, and is
# tested. A branch that has a pull request, open or closed, is left to the people who look at it.
set -euo pipefail
proposal=build/revision/proposal.json
field() { jq --raw-output "$1" "$proposal"; }
summary() { tee -a "$GITHUB_STEP_SUMMARY"; }

if [[ $(field .propose) == false ]]; then
  echo "Nothing new has been published: there is nothing to propose." | summary
  exit 0
fi
branch=$(field .branch)
pictures=$(field '.pictures.branch // empty')
if [[ -n $(gh pr list --head "$branch" --state all --json number --jq '.[].number') ]]; then
  echo "$branch has a pull request already." | summary
  exit 0
fi

gh auth setup-git
git push --force origin "refs/heads/$branch" ${pictures:+"refs/heads/$pictures"}
gh pr create --base "$GITHUB_REF_NAME" --head "$branch" \
  --title "$(field .title)" --body-file "$(field .body)" | summary
# What a workflow pushes starts no other; what it asks for does.
gh workflow run test.yml --ref "$branch"
