#!/bin/sh
# 安装或升级 nianbao，不需要网络。以 root 运行装到 /opt/nianbao，普通用户装到 ~/nianbao；--to 文件夹 另指。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
version=$(cat "$here/VERSION")
if [ "$(id -u)" = 0 ]; then to=/opt/nianbao; else to=$HOME/nianbao; fi
while [ $# -gt 0 ]; do
  case $1 in
    --to) [ $# -ge 2 ] || { echo '请写明文件夹：install.sh --to 文件夹' >&2; exit 1; }; to=$2; shift 2 ;;
    *) echo "不认识 $1。用法：install.sh [--to 文件夹]" >&2; exit 1 ;;
  esac
done

echo '核对文件……'
(cd "$here" && sha256sum --quiet -c SHA256SUMS) || { echo '安装包损坏，没有安装。请重新复制安装包。' >&2; exit 1; }

umask 077
mkdir -p "$to/versions" "$to/data" "$to/backups"
# 升级：先备份。内置数据库正在使用时会说明，请停止服务后再运行。
if [ -x "$to/nianbao" ] && [ -n "$(ls -A "$to/data")" ]; then
  echo '备份现有数据……'
  "$to/nianbao" backup "$to/backups/before-$version-$(date +%Y%m%d%H%M%S)" ||
    { echo '没有升级：请先停止服务（systemctl stop nianbao），再运行 install.sh。' >&2; exit 1; }
fi

rm -rf "$to/versions/$version.new"
mkdir "$to/versions/$version.new"
cp -R "$here/app" "$here/node" "$to/versions/$version.new/"
[ -e "$to/versions/$version" ] && mv "$to/versions/$version" "$to/versions/$version.$(date +%s)"
mv "$to/versions/$version.new" "$to/versions/$version"
ln -sfn "versions/$version" "$to/current"

[ -e "$to/nianbao.env" ] || cat > "$to/nianbao.env" <<END
# 设置，一行一个；含义见 current/app/docs/operations.md
NIANBAO_DATA=$to/data
HOST=127.0.0.1
PORT=4000
#DATABASE_URL=postgres://nianbao:密码@127.0.0.1/nianbao
#NIANBAO_TRUST_PROXY=127.0.0.1
END

cat > "$to/nianbao" <<END
#!/bin/sh
# nianbao 的命令，带上 nianbao.env 里的设置。
set -a
. "$to/nianbao.env"
set +a
exec "$to/current/node/bin/node" "$to/current/app/bin/nianbao.js" "\$@"
END
chmod 700 "$to/nianbao"

if [ "$(id -u)" = 0 ]; then
  if [ "$to" = /opt/nianbao ] && command -v systemctl >/dev/null 2>&1; then
    id nianbao >/dev/null 2>&1 || useradd --system --home-dir "$to" --shell /usr/sbin/nologin nianbao
    chown -R nianbao: "$to"
    sed "s#@TO@#$to#g" "$here/nianbao.service" > /etc/systemd/system/nianbao.service
    chmod 644 /etc/systemd/system/nianbao.service
    systemctl daemon-reload || true
  fi
  start='systemctl enable --now nianbao'
else
  units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
  mkdir -p "$units"
  sed "s#@TO@#$to#g" "$here/nianbao-user.service" > "$units/nianbao.service"
  start='systemctl --user enable --now nianbao'
fi
cat <<END
已装到 $to（版本 $version）。
开通第一个账号：$to/nianbao people create 账号 --role 管理
启动：           $to/nianbao serve   （或 $start）
END
