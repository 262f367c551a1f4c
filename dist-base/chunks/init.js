// commands/init/first.ts
const firstConfiguration = `# The configuration of ops. Every key is explained in .chatopsrc.example of the package;
# \`ops config\` shows what is in effect and where it comes from.

# Where releases go, in the order in which they travel.
environments:
  dev: {}
  uat: {}
  prod:
    confirm: true # ask before a change

apps:
  app:
    # A folder with a git repository, or an address that git can read.
    repository: .
    # What is deployed when nobody says --ref.
    ref: HEAD
    # The program and its arguments: no shell between. {environment}, {commit}, {version}, {ref}, {app} and {previous} are filled in.
    deploy: [./scripts/deploy-app, '{environment}', '{commit}']
`;
const firstScript = `#!/usr/bin/env bash
# Puts one commit of this repository into releases/<environment>. Replace the body with what deploys your app:
# the words come from \`deploy\` in .chatopsrc; OPS_VERSION, OPS_REF, OPS_RUN, OPS_ACTOR and more are set too.
set -euo pipefail
environment=$1 commit=$2
folder=releases/$environment

echo "Releasing $commit to $folder"
mkdir -p "$folder.new"
git -C "$OPS_REPOSITORY" archive "$commit" | tar -x -C "$folder.new"
echo "$OPS_VERSION" > "$folder.new/VERSION"
rm -rf "$folder"
mv "$folder.new" "$folder"
echo "Done"
`;
export { firstScript as n, firstConfiguration as t };
